import { isProvinceCode, tallyEvent } from '@mcc/contract'
import { CsvError, parse as parseCsv } from 'csv-parse/sync'
import { figuresOf } from './figures.js'
import { type PortalReading, PortalShapeError } from './reading.js'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The rows of the portal's JSON answer, or of a table with its columns. @throws PortalShapeError */
function rowsOf(text: string, file: string): unknown[] {
  try {
    if (!/^\s*[[{]/.test(text))
      return parseCsv(text, { columns: true, bom: true, skip_empty_lines: true, trim: true })
    const answer: unknown = JSON.parse(text)
    if (Array.isArray(answer)) return answer
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof CsvError)
      throw new PortalShapeError(`${file}: ${error.message}`, { cause: error })
    throw error
  }
  throw new PortalShapeError(`${file}: the answer is not a list of provinces`)
}

function dayOfRow(row: Row, fallback: string | undefined, place: string): string {
  const stated = row['snapshot_date']
  const day = stated === undefined || stated === '' ? fallback : stated
  if (day === undefined)
    throw new PortalShapeError(
      `${place}: the day is not stated; name the file by its day, or give --at YYYY-MM-DD`,
    )
  const parsed = tallyEvent.shape.day.safeParse(day)
  if (!parsed.success)
    throw new PortalShapeError(`${place}, snapshot_date: ${JSON.stringify(day)} is not a day as YYYY-MM-DD`)
  return parsed.data
}

function readingOf(row: unknown, fallback: string | undefined, place: string): PortalReading {
  if (!isRow(row)) throw new PortalShapeError(`${place}: not a row of figures`)
  const field = 'province_code' in row ? 'province_code' : 'provinceCode'
  const code = row[field]
  if (typeof code !== 'string' || !isProvinceCode(code))
    throw new PortalShapeError(
      `${place}, ${field}: ${code === undefined ? 'missing' : JSON.stringify(code)}, not the GSO code of one of the 63 provinces`,
    )
  const name = row['provinceName'] ?? row['province_name_as_published']
  return {
    day: dayOfRow(row, fallback, place),
    province: code,
    name: typeof name === 'string' && name !== '' ? name : code,
    figures: figuresOf(row, `${place} (province ${code})`),
  }
}

/**
 * Reads `vaccination-statistics/all` (JSON) or a table with its columns (CSV with `province_code`, and
 * `snapshot_date` unless `day` states it), into one reading per province and day. All or nothing.
 * @param day the day of rows that do not state one
 * @throws PortalShapeError naming file, row (from 1, a CSV's head not counted) and field
 */
export function parsePortal(text: string, file: string, day: string | undefined): PortalReading[] {
  return rowsOf(text, file).map((row, index) => readingOf(row, day, `${file}, row ${index + 1}`))
}

/** @throws PortalShapeError when a province is reported twice for one day: which of the two holds would be a guess */
export function assertOnce(readings: readonly PortalReading[], where: string): void {
  const seen = new Set<string>()
  for (const { day, province } of readings) {
    const key = `${day} ${province}`
    if (seen.has(key)) throw new PortalShapeError(`${where}: province ${province} twice on ${day}`)
    seen.add(key)
  }
}
