import { addDays, daysBetween, type NationState } from '@mcc/contract'

/** The newest days still grow: late entry is seen for this many days, the running one included. */
export const PROVISIONAL_DAYS = 3

export interface BurnUpPoint {
  day: string
  /** Cumulative doses up to the last settled day, null afterwards. */
  settled: number | null
  /** Cumulative doses from the last settled day to today, null elsewhere. */
  provisional: number | null
  /** From today at the 7-day pace to the target or the end of the axis. */
  projected: number | null
  /** From today straight to the target on its day. */
  needed: number | null
}

export interface BurnUp {
  points: BurnUpPoint[]
  /** Cumulative doses of today, days later than today not counted. */
  given: number
}

type Campaign = Pick<
  NationState,
  'days' | 'today' | 'targetDoses' | 'targetDay' | 'projectedDay' | 'targetReachedOn'
> & { pace7: number | undefined }

const later = (a: string, b: string): string => (a > b ? a : b)

/** Days beyond today that the axis shows at most, so that a slow start does not squeeze the past. */
const MOST_AHEAD = 400

/** Cumulative doses by day, from the first dose to the later of the plan's day and the projected day. */
export function burnUp(campaign: Campaign): BurnUp {
  const { days, today, targetDoses, targetDay, projectedDay, pace7, targetReachedOn } = campaign
  const first = Object.keys(days).toSorted()[0]
  if (first === undefined || first > today) return { points: [], given: 0 }
  const settledUntil = addDays(today, -PROVISIONAL_DAYS)
  const end = later(later(targetDay, projectedDay ?? today), today)
  const last = end > addDays(today, MOST_AHEAD) ? addDays(today, MOST_AHEAD) : end
  const points: BurnUpPoint[] = []
  let given = 0
  const ahead = daysBetween(today, targetDay)
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (day <= today) given += days[day] ?? 0
    const n = daysBetween(today, day)
    const open = targetReachedOn === null && n >= 0
    const projected = pace7 === undefined ? null : given + n * pace7
    points.push({
      day,
      settled: day <= settledUntil ? given : null,
      provisional: day >= settledUntil && n <= 0 ? given : null,
      projected: open && projected !== null && projected <= targetDoses + (pace7 ?? 0) ? projected : null,
      needed: open && ahead > 0 && n <= ahead ? given + ((targetDoses - given) * n) / ahead : null,
    })
  }
  return { points, given }
}

/** The lines of the drawing in the order in which they are painted. */
export const LINES = ['needed', 'projected', 'settled', 'provisional'] as const
type Line = (typeof LINES)[number]
/** Room above the target, so that its line does not lie on the edge. */
const HEADROOM = 1.06
/** Months that are named at most. */
const NAMED = 4

/** What is drawn, in a box as wide as the days are many and of height 1, downwards. */
export function burnUpShape(points: readonly BurnUpPoint[], target: number) {
  const most = Math.max(1, target, ...points.map((p) => p.settled ?? p.provisional ?? 0)) * HEADROOM
  const drawn = (line: Line) =>
    points.flatMap((p, i) => {
      const doses = p[line]
      return doses === null ? [] : [{ x: i + 0.5, y: 1 - doses / most }]
    })
  const lines = Object.fromEntries(
    LINES.map((line) => [
      line,
      drawn(line)
        .map(({ x, y }) => `${x},${y}`)
        .join(' '),
    ]),
  ) as Record<Line, string>
  const under = (line: Line) => {
    const [first, last] = [drawn(line)[0], drawn(line).at(-1)]
    return first && last ? `${first.x},1 ${lines[line]} ${last.x},1` : ''
  }
  const starts = points.flatMap((p, i) => (p.day.endsWith('-01') ? [i] : []))
  const every = Math.ceil(starts.length / NAMED)
  return {
    lines,
    areas: { settled: under('settled'), provisional: under('provisional') },
    /** Where the target lies. */
    level: 1 - target / most,
    months: starts.filter((_, n) => n % every === 0),
  }
}
