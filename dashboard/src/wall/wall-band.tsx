import { ConnectionBand } from '../design/connection-band.js'
import { useSpeech } from '../i18n/language.js'
import { dataTimeOf } from '../live/live-store.js'
import { useLiveState } from '../live/use-live.js'
import { useSession } from '../rest/session.js'

/** The band of a wall: a display that is no longer let in keeps its last figures and says calmly what it needs. */
export function WallBand() {
  const { m, f } = useSpeech()
  const { status } = useSession()
  const asOf = useLiveState(dataTimeOf)
  if (status !== 'anonymous') return <ConnectionBand />
  return (
    <div role="status">
      <p className="band band-lost" data-testid="wall-expired">
        {asOf === undefined ? m.walls.expiredNoData : m.walls.expired(f.time(asOf))}
      </p>
    </div>
  )
}
