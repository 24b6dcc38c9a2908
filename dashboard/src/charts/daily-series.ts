import { addDays, daysBetween } from '@mcc/contract'

export interface DailyPoint {
  day: string
  /** Doses given that day; 0 on a day inside the campaign without any. */
  doses: number
  /** Mean of this day and the six before; null in the first six days and on the running day. */
  mean7: number | null
  /** Doses up to and with this day. */
  total: number
  /** The day is still running: its bar is drawn hollow. */
  running: boolean
}

/** The series from the first day with a dose to `today`, without gaps; `days` is doses by `YYYY-MM-DD`. */
export function dailySeries(days: Readonly<Record<string, number>>, today: string): DailyPoint[] {
  const first = Object.keys(days)
    .filter((day) => day <= today)
    .toSorted()[0]
  if (first === undefined) return []
  const points: DailyPoint[] = []
  let sum = 0
  let total = 0
  for (let i = 0; i <= daysBetween(first, today); i++) {
    const day = addDays(first, i)
    const doses = days[day] ?? 0
    sum += doses - (i >= 7 ? (days[addDays(day, -7)] ?? 0) : 0)
    total += doses
    const running = day === today
    points.push({ day, doses, total, mean7: i >= 6 && !running ? sum / 7 : null, running })
  }
  return points
}

/** Which points carry a label: the first of a month, each so many months back from the last. */
export function labelledMonths(points: readonly DailyPoint[], every: number): Set<number> {
  const months = points.flatMap((p, i) => (p.day.endsWith('-01') ? [i] : []))
  return new Set(months.filter((_, i) => (months.length - 1 - i) % every === 0))
}

/** The least round number not below `value`: the top of an axis. */
export function axisTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((n) => n * power >= value) ?? 10
  return step * power
}
