import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvOf } from '../exports/csv.js'
import type { ExportTable } from '../exports/table.js'
import { VIETNAMESE } from '../i18n/language.js'
import type { AefiCase } from '../rest/aefi-cases.js'
import { caseExport, casesExport } from './cases-export.js'

const ONE: AefiCase = {
  key: 'portal/aefi/01/7',
  id: '=HYPERLINK/01:7',
  unit: '79',
  facility: 'F-79-1',
  product: 'pfizer',
  lot: 'FG8841',
  doseNo: 2,
  sex: 'female',
  birthYear: 1988,
  vaccinatedAt: '2021-11-23T02:00:00.000Z',
  onsetAt: '2021-11-23T03:00:00.000Z',
  notifiedAt: '2021-11-23T18:30:00.000Z',
  reactions: ['Anaphylaxis', 'fever'],
  seriousness: ['hospitalisation'],
  severity: 'severe',
  outcome: 'recovered',
  stage: 'investigating',
  grades: [{ at: '2021-11-23T03:10:00.000Z', grade: 2 }],
  causality: [{ reaction: 'fever', product: 'pfizer', class: 'B1' }],
}
const LIVE = { asOf: '2021-11-24T09:00:00.000Z', exercise: undefined, past: undefined }
const rowsOf = <Row>(table: ExportTable<Row>): Record<string, string>[] =>
  parse(csvOf(table, LIVE, VIETNAMESE.m), { bom: true, columns: true })

it('says of a case what its page says, without key or pseudonym, and never as a formula', () => {
  const [row] = rowsOf(casesExport([ONE], {}, VIETNAMESE))
  expect(row).toMatchObject({
    case: "'=HYPERLINK/01:7",
    notified_at: '2021-11-23T18:30:00.000Z',
    ma_don_vi: '79',
    don_vi: 'TP. Hồ Chí Minh',
    vac_xin: 'Pfizer',
    lot: 'FG8841',
    dose_no: '2',
    sex: 'nữ',
    birth_year: '1988',
    reactions: 'phản vệ; sốt',
    seriousness: 'nhập viện hoặc kéo dài nằm viện',
    stage: 'đang điều tra',
    outcome: 'khỏi',
    causality: 'sốt: B1',
    anaphylaxis: 'độ 2 lúc 10:10 23/11/2021',
  })
  expect(Object.values(row!)).not.toContain(ONE.key)
})
it('tells how the cases were filtered, and that they are of persons', () => {
  const filter = { province: '79', serious: 'yes', stage: 'council', from: '2021-11-01' } as const
  const { filters, note } = casesExport([], filter, VIETNAMESE)
  expect(filters).toEqual([
    ['Tỉnh', 'TP. Hồ Chí Minh'],
    ['Mức độ nghiêm trọng', 'ca nghiêm trọng'],
    ['Bước xử lý', 'hội đồng đang xét'],
    ['báo từ', '01/11/2021'],
  ])
  expect(note).toContain('thông tin sức khỏe')
})
it('names the file of one case by its number, in letters that every disk takes', () => {
  expect(caseExport(ONE, VIETNAMESE).file).toBe('ca-phan-ung--HYPERLINK-01-7')
})
