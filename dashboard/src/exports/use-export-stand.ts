import { dataTimeOf } from '../live/live-store.js'
import { useLiveState } from '../live/use-live.js'
import { useSession } from '../rest/session.js'
import { useMoment } from '../time/use-moment.js'
import type { ExportStand } from './table.js'

/** What files saved now say about themselves; undefined before the first figures came. */
export function useExportStand(): ExportStand | undefined {
  const { exercise } = useSession()
  const past = useMoment()
  const asOf = useLiveState(dataTimeOf)
  return asOf === undefined ? undefined : { asOf, exercise, past }
}
