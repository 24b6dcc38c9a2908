import { useSpeech } from '../i18n/language.js'
import type { PastMoment } from '../live/live-store.js'
import { useLiveState } from '../live/use-live.js'
import type { Messages } from '../i18n/vi.js'
import type { Formats } from '../design/format.js'

/** What is amiss with the moment asked for, or that its figures are being read; undefined when they stand. */
export function noteOf(past: PastMoment, m: Messages, f: Formats): string | undefined {
  const { problem, waiting, partly } = past
  if (problem === undefined) return waiting ? m.times.loading : partly ? m.times.partly : undefined
  if (problem.problem === 'not-settled')
    return problem.newest === null ? m.times.notSettledYet : m.times.notSettled(f.moment(problem.newest))
  return m.times[problem.problem]
}

/** Why the figures of the moment are not there, or not yet. */
export function PastNote() {
  const { m, f } = useSpeech()
  const past = useLiveState((s) => s.past)
  const note = past && noteOf(past, m, f)
  return <p role="status">{note}</p>
}
