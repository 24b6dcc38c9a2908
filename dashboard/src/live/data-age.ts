import { useSession } from '../rest/session.js'
import { dataTimeOf } from './live-store.js'
import { useLiveState, useServerClock, useTopic } from './use-live.js'

interface Facts {
  exercise: boolean
  /** The data's own time. */
  asOf: string | undefined
  /** Real time at which the last batch was worked off. */
  countedAt: string | null | undefined
  /** The server's clock, epoch ms. */
  now: number | undefined
  /** Set when a past moment is shown: the newest data time that is known. */
  past?: { newest: string | undefined } | undefined
}

const gone = (since: string, now: number): number => Math.max(0, now - Date.parse(since))

/**
 * Age of what is shown in milliseconds, by the server's clock. An exercise's figures are of a clock of its own, so there
 * it is the time since anything was counted; else the time since the watermark. A past moment is as old as the data has
 * gone on since.
 */
export function dataAge({ exercise, asOf, countedAt, now, past }: Facts): number | undefined {
  if (past) {
    const { newest } = past
    return asOf === undefined || newest === undefined ? undefined : gone(asOf, Date.parse(newest))
  }
  const since = exercise ? countedAt : asOf
  if (asOf === undefined || now === undefined || since === undefined || since === null) return undefined
  return gone(since, now)
}

/**
 * A real store's watermark moves each second, whether or not records come: one that has stood for so long says that
 * counting or reading is held up, even where every part says that it is up.
 */
const OLD_MS = 15_000

/** The age of what is shown, and whether it is too old to be called live; an exercise stands still when it likes. */
export function useDataAge(): { age: number | undefined; old: boolean } {
  const exercise = useSession().exercise !== undefined
  const asOf = useLiveState(dataTimeOf)
  const countedAt = useTopic('system')?.countedAt
  const now = useServerClock()
  const isPast = useLiveState((s) => s.past !== undefined)
  const newest = useLiveState((s) => s.newest)
  const age = dataAge({ exercise, asOf, countedAt, now, past: isPast ? { newest } : undefined })
  return { age, old: !exercise && !isPast && age !== undefined && age >= OLD_MS }
}
