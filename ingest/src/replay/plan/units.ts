import { MINISTRIES, PROVINCE_CODES, type UnitCode } from '@mcc/contract'
import { indexOf } from '../calendar.js'
import { atDay } from '../tables/at-day.js'
import { PROVINCE_SNAPSHOTS, SNAPSHOT_DAYS } from '../tables/province-snapshots.js'
import { MINISTRY_SHARES } from '../tables/schedule.js'

/** The units that give doses, in the order of all tables of the plan: 63 provinces, then ministries. */
export const PLAN_UNITS: readonly UnitCode[] = [...PROVINCE_CODES, MINISTRIES]
export const UNITS_N = PLAN_UNITS.length
export const MINISTRIES_AT = UNITS_N - 1

interface Snapshot {
  population: number
  over18: number
  /** Cumulative first and second doses per snapshot day. */
  first: number[]
  second: number[]
}

function parse(): Snapshot[] {
  const byCode = new Map(
    PROVINCE_SNAPSHOTS.trim()
      .split('\n')
      .map((line) => {
        const [head = '', ...cells] = line.split(' | ')
        const [code = '', population, over18] = head.split(' ')
        const pairs = cells.map((c) => c.split(' ').map(Number))
        const first = pairs.map((p) => p[0]!)
        const second = pairs.map((p) => p[1]!)
        return [code, { population: Number(population), over18: Number(over18), first, second }] as const
      }),
  )
  return PROVINCE_CODES.map((code) => byCode.get(code)!)
}

const SNAPSHOTS = parse()
const SNAPSHOT_INDEX = SNAPSHOT_DAYS.map(indexOf)

/** Population by unit in the order of `PLAN_UNITS`, as the portal published it; ministries have none (0). */
export const POPULATIONS: readonly number[] = [...SNAPSHOTS.map((s) => s.population), 0]

/** Increments of one dose number by province between snapshots; segment 0 ends with the first, the last begins with the last. */
function segmentWeights(of: (s: Snapshot) => number[], after: (s: Snapshot) => number): number[][] {
  const inside = SNAPSHOT_INDEX.map((_, i) => SNAPSHOTS.map((s) => of(s)[i]! - (i === 0 ? 0 : of(s)[i - 1]!)))
  return [...inside, SNAPSHOTS.map(after)]
}

const FIRST = segmentWeights(
  (s) => s.first,
  (s) => s.over18,
)
const SECOND = segmentWeights(
  (s) => s.second,
  (s) => Math.max(s.first.at(-1)! - s.second.at(-1)!, 1),
)
const EXTRA = SNAPSHOTS.map((s) => s.second.at(-1)!)

const segmentOf = (day: number): number => {
  const at = SNAPSHOT_INDEX.findIndex((end) => day <= end)
  return at < 0 ? SNAPSHOT_INDEX.length : at
}

function withMinistries(weights: readonly number[], day: number): Float64Array {
  const share = atDay(MINISTRY_SHARES, day)[0]!
  const sum = weights.reduce((a, b) => a + b, 0)
  const out = new Float64Array(UNITS_N)
  weights.forEach((w, u) => (out[u] = (w / sum) * (1 - share)))
  out[MINISTRIES_AT] = share
  return out
}

/** Shares (sum 1) of the units in the first, later primary, and extra doses of a day, from the published snapshots. */
export function unitShares(day: number): { first: Float64Array; later: Float64Array; extra: Float64Array } {
  const segment = segmentOf(day)
  return {
    first: withMinistries(FIRST[segment]!, day),
    later: withMinistries(SECOND[segment]!, day),
    extra: withMinistries(EXTRA, day),
  }
}
