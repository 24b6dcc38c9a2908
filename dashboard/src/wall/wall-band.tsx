import { ConnectionBand } from '../design/connection-band.js'
import { useDataTime } from '../design/data-time.js'
import { useSpeech } from '../i18n/language.js'
import { useSession } from '../rest/session.js'

/** The band of a wall: a display that is no longer let in keeps its last figures and says calmly what it needs. */
export function WallBand() {
  const { m } = useSpeech()
  const { status } = useSession()
  const time = useDataTime()
  if (status !== 'anonymous') return <ConnectionBand />
  return (
    <div role="status">
      <p className="band band-lost" data-testid="wall-expired">
        {time === undefined ? m.walls.expiredNoData : m.walls.expired(time)}
      </p>
    </div>
  )
}
