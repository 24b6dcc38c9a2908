import { dataTimeOf } from '../live/live-store.js'
import { useLiveState } from '../live/use-live.js'
import { useSession } from '../rest/session.js'
import { useMoment } from '../time/use-moment.js'
import type { ExportStand } from './table.js'

/**
 * What files saved now say about themselves; undefined before the first figures came. `readAt` (ISO 8601, UTC) is of
 * rows that have a time of their own and no figures.
 */
export function useExportStand(readAt?: string): ExportStand | undefined {
  const { exercise } = useSession()
  const past = useMoment()
  const figuresAt = useLiveState(dataTimeOf)
  const asOf = readAt ?? figuresAt
  return asOf === undefined ? undefined : { asOf, exercise, past }
}
