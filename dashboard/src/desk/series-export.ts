import type { UnitCode } from '@mcc/contract'
import type { DailyPoint } from '../charts/daily-series.js'
import { definitionOf, fileOfPlace } from '../exports/columns.js'
import type { ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'

/** Doses by day, newest first as in the table twin. */
export function seriesExport(
  points: readonly DailyPoint[],
  title: string,
  code: UnitCode | undefined,
  { m, language }: Speech,
): ExportTable<DailyPoint> {
  const unit = m.units.doses
  return {
    title,
    file: fileOfPlace(m.exports.files.series, code),
    columns: [
      { id: 'day', name: m.day, kind: 'day', of: (p) => p.day },
      {
        id: 'doses',
        name: m.units.doses,
        kind: 'number',
        unit,
        definition: definitionOf('doses', language),
        of: (p) => p.doses,
      },
      { id: 'mean7', name: m.figures.mean7, kind: 'number', unit: m.units.dosesPerDay, of: (p) => p.mean7 },
      { id: 'cumulative', name: m.burnUp.cumulative, kind: 'number', unit, of: (p) => p.total },
    ],
    rows: points.toReversed(),
    filters: [],
  }
}
