import { addDays, daysBetween } from '@mcc/contract'
import { z } from 'zod'

/** What the replay tells its parent, about once a second. */
export const replayProgress = z.object({
  /** Campaign day now played, `YYYY-MM-DD`. */
  day: z.string(),
  from: z.string(),
  to: z.string(),
  /** Events accepted by the gateway since the start of the exercise. */
  sent: z.int(),
})
export type ReplayProgress = z.infer<typeof replayProgress>

/** A progress report and when it came, epoch ms. */
export interface Seen extends ReplayProgress {
  at: number
}

const clock = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  return `${minutes}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}

/** The line under which the demo runs: day, share played, pace since `first`, and the time left at that pace. */
export function progressLine(now: Seen, first: Seen): string {
  const all = daysBetween(now.from, addDays(now.to, 1))
  const played = daysBetween(now.from, now.day)
  const seconds = (now.at - first.at) / 1_000
  const days = daysBetween(first.day, now.day)
  const rate = seconds > 0 ? Math.round((now.sent - first.sent) / seconds) : 0
  const left = days > 0 && seconds > 0 ? ` · còn · left ${clock((seconds / days) * (all - played))}` : ''
  const percent = Math.min(100, Math.floor((played / all) * 100))
  return `Ngày · day ${now.day} · ${percent} % · ${rate.toLocaleString('en-US')} bản ghi/s · records/s${left}`
}
