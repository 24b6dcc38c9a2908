import { CAMPAIGN_TARGET, daysBetween } from '@mcc/contract'
import { z } from 'zod'

/** What the replay says on its standard output after each campaign day, one JSON object a line. */
const report = z.object({
  /** The day just finished, `YYYY-MM-DD`. */
  day: z.string(),
  /** Events acknowledged by this run. */
  sent: z.int(),
  rejected: z.int(),
  daysLeft: z.int(),
})

/** One report, and when it came (epoch ms). */
export type Progress = z.infer<typeof report> & { at: number }

/** The report in a line of the replay's output; `undefined` for any other line. */
export function progressIn(line: string, now: number): Progress | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const parsed = report.safeParse(JSON.parse(line))
    return parsed.success ? { ...parsed.data, at: now } : undefined
  } catch {
    return undefined
  }
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

/**
 * The line under which the demo runs: day, share played, pace since the report `before`, and the time left at the pace
 * since `first` (a resumed exercise begins in the middle).
 */
export function progressLine(now: Progress, before: Progress, first: Progress, from: string): string {
  const played = daysBetween(from, now.day) + 1
  const percent = Math.floor((played / (played + now.daysLeft)) * 100)
  const rate = now.at > before.at ? Math.max(0, (now.sent - before.sent) / ((now.at - before.at) / 1_000)) : 0
  const days = daysBetween(first.day, now.day)
  const left = days > 0 ? ` · còn · left ${clock(((now.at - first.at) / 1_000 / days) * now.daysLeft)}` : ''
  const refused = now.rejected > 0 ? ` · ${now.rejected} bị từ chối · refused` : ''
  const pace = Math.round(rate).toLocaleString('en-US')
  return `Ngày · day ${now.day} · ${percent} % · ${pace} bản ghi · records/s${left}${refused}`
}

/** The first day played when `--from` does not say it. */
export const FIRST_DAY = CAMPAIGN_TARGET.start
