import { DAY_COUNT, indexOf } from '../calendar.js'
import { NATIONAL_DAILY } from '../tables/national-daily.js'

/** National cumulative figures at the end of every campaign day, gaps filled. Index = day index. */
interface Curve {
  doses: Float64Array
  people: Float64Array
  /** Additional and booster doses together. */
  extra: Float64Array
}

/** Additional doses began in December 2021; the first published figure is of 30 December. */
const EXTRA_BEGAN = indexOf('2021-12-05')

interface Known {
  day: number
  value: number
}

/** Straight line between known cumulatives: both sides hold, nothing is negative, no day gets the whole gap. */
function interpolate(known: Known[]): Float64Array {
  const out = new Float64Array(DAY_COUNT)
  let before: Known = { day: -1, value: 0 }
  for (const next of known) {
    for (let d = Math.max(before.day + 1, 0); d <= next.day; d++)
      out[d] = before.value + ((next.value - before.value) * (d - before.day)) / (next.day - before.day)
    before = next
  }
  for (let d = before.day + 1; d < DAY_COUNT; d++) out[d] = before.value
  return out
}

/** Leaves out figures above a later one, which a correction took back. */
function rising(known: Known[]): Known[] {
  const kept: Known[] = []
  let lowest = Infinity
  for (const k of known.toReversed()) {
    if (k.value > lowest) continue
    lowest = k.value
    kept.push(k)
  }
  return kept.reverse()
}

/** Rows of the published table: day index and figures, `undefined` where none was published. */
export function publishedRows(): { day: number; figures: (number | undefined)[] }[] {
  return NATIONAL_DAILY.trim()
    .split('\n')
    .map((line) => {
      const [date = '', ...cells] = line.split(' ')
      return { day: indexOf(date), figures: cells.map((c) => (c === '-' ? undefined : Number(c))) }
    })
    .filter((row) => row.day >= 0)
}

function extraOf([total, people, full, boosters]: (number | undefined)[]): number | undefined {
  if (boosters !== undefined) return boosters
  if (total === undefined || people === undefined || full === undefined) return undefined
  return total - people - full
}

/** The curve of the campaign, from the published table. */
export function nationalCurve(): Curve {
  const rows = publishedRows()
  const known = (of: (figures: (number | undefined)[]) => number | undefined): Known[] =>
    rows.flatMap(({ day, figures }) => {
      const value = of(figures)
      return value === undefined ? [] : [{ day, value }]
    })
  const extra = known(extraOf).filter((k) => k.day > EXTRA_BEGAN)
  return {
    doses: interpolate(rising(known((f) => f[0]))),
    people: interpolate(rising(known((f) => f[1]))),
    extra: interpolate(rising([{ day: EXTRA_BEGAN, value: 0 }, ...extra])),
  }
}
