import type { Messages } from '../i18n/vi.js'
import type { ExportStand } from './table.js'

const stamp = (instant: string): string => `${new Date(instant).toISOString().slice(0, 16).replace(':', '')}Z`

/** `DIEN-TAP-1-100_QUA-KHU_tinh-thanh_2021-11-24T0900Z.csv`: the marks first, so that nobody misses them in a folder. */
export function exportFileName(
  file: string,
  extension: string,
  { asOf, exercise, past }: ExportStand,
  m: Messages,
): string {
  const marks = [
    ...(exercise ? [`${m.exports.exercisePrefix}-1-${Math.round(1 / exercise.scale)}`] : []),
    ...(past === undefined ? [] : [m.exports.pastPrefix]),
  ]
  return `${[...marks, file, stamp(past ?? asOf)].join('_')}.${extension}`
}
