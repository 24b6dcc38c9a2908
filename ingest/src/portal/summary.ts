import type { PortalReading } from './reading.js'

interface Use {
  name: string
  /** Doses given / doses received × 100. */
  percent: number
}

/** One day of the portal in short. Percentages are unclipped; `undefined` where nothing can be said. */
export interface DaySummary {
  day: string
  provinces: number
  doses: number
  /** Provinces that state no total, so that `doses` is the sum of the others. */
  withoutTotal: number
  /** Σ doses / Σ doses received × 100, over provinces that state both. */
  used: number | undefined
  lowest: Use | undefined
  highest: Use | undefined
  withoutPoints: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

function daySummary(day: string, readings: readonly PortalReading[]): DaySummary {
  const totals = readings.flatMap(({ figures }) => figures.total ?? [])
  const both = readings.flatMap(({ name, figures: { total, allocatedReceived: received } }) =>
    total === undefined || !received ? [] : [{ name, total, received, percent: (total / received) * 100 }],
  )
  const byUse = both.toSorted((a, b) => a.percent - b.percent)
  return {
    day,
    provinces: readings.length,
    doses: sum(totals),
    withoutTotal: readings.length - totals.length,
    used:
      both.length > 0 ? (sum(both.map((p) => p.total)) / sum(both.map((p) => p.received))) * 100 : undefined,
    lowest: byUse[0],
    highest: byUse.at(-1),
    withoutPoints: readings.filter(({ figures }) => figures.points === undefined).length,
  }
}

/** Each day in short, oldest first. */
export function summarise(readings: readonly PortalReading[]): DaySummary[] {
  const days = [...new Set(readings.map((r) => r.day))].toSorted()
  return days.map((day) =>
    daySummary(
      day,
      readings.filter((r) => r.day === day),
    ),
  )
}

const number = (n: number) => n.toLocaleString('en-US')
const use = (u: Use | undefined) => (u ? `${u.name} ${u.percent.toFixed(1)} %` : 'unknown')

/** A day as one line for a person. */
export function summaryLine(s: DaySummary): string {
  const some = s.withoutTotal > 0 ? ` (${s.withoutTotal} provinces state no total)` : ''
  const used = s.used === undefined ? 'unknown' : `${s.used.toFixed(1)} %`
  return (
    `${s.day}: ${s.provinces} tỉnh · provinces, Σ ${number(s.doses)} mũi · doses${some}, ` +
    `đã dùng · used ${used} of doses received, thấp nhất · lowest ${use(s.lowest)}, ` +
    `cao nhất · highest ${use(s.highest)}; points unknown in ${s.withoutPoints}`
  )
}
