import { placeColumns } from '../exports/columns.js'
import type { ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import type { SourceTimeliness } from '../rest/timeliness.js'
import { LAGS, type TimelyRow } from './timely.js'

/** Doses by unit and by the days until they were known. */
export function timelyExport(
  rows: readonly TimelyRow[],
  speech: Speech,
  days: string,
): ExportTable<TimelyRow> {
  const { m, language } = speech
  const words = m.qualityPage.timely
  return {
    title: words.title,
    file: words.file,
    columns: [
      ...placeColumns<TimelyRow>(
        (r) => r.unit,
        m.table.unit,
        (r) => unitName(r.unit, language),
        speech,
      ),
      { id: 'total', name: words.total, kind: 'number', unit: m.units.doses, of: (r) => r.total },
      ...LAGS.map((lag) => ({
        id: lag,
        name: words[lag],
        kind: 'number' as const,
        unit: m.units.doses,
        of: (r: TimelyRow) => r[lag],
      })),
      { id: 'in_time', name: words.inTime, kind: 'number', unit: '%', of: (r) => r.inTime },
    ],
    rows,
    filters: [[words.days, days]],
  }
}

/** How long each source's doses took, in hours. */
export function sourceDelayExport(
  rows: readonly SourceTimeliness[],
  { m }: Speech,
  days: string,
): ExportTable<SourceTimeliness> {
  const words = m.qualityPage.timely
  const unit = m.qualityPage.timely.hours('').trim()
  return {
    title: words.bySource,
    file: words.sourceFile,
    columns: [
      { id: 'source', name: m.qualityPage.books.source, kind: 'text', of: (r) => r.source },
      { id: 'doses', name: words.total, kind: 'number', unit: m.units.doses, of: (r) => r.records },
      { id: 'p50', name: words.p50, kind: 'number', unit, of: (r) => r.p50 / 3_600_000 },
      { id: 'p95', name: words.p95, kind: 'number', unit, of: (r) => r.p95 / 3_600_000 },
    ],
    rows,
    filters: [[words.days, days]],
  }
}
