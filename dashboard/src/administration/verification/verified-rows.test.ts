import { expect, it } from 'vitest'
import { verifiedRows, verifiedTotal } from './verified-rows.js'

const units = [
  { unit: 'ZZ', entered: 10, verified: 10, signed: 10 },
  { unit: '01', entered: 200, verified: 50, signed: 0 },
  { unit: '79', entered: 100, verified: 90, signed: 1 },
]
const names: Record<string, string> = { '01': 'Hà Nội', '79': 'TP.HCM', ZZ: 'Chưa rõ tỉnh' }
const order = (...by: [Parameters<typeof verifiedRows>[2], boolean]) =>
  verifiedRows(units, (code) => names[code] ?? code, ...by).map((row) => row.code)

it('sorts shares by percent and keeps what is no province below', () => {
  expect(order('verified', true)).toEqual(['79', '01', 'ZZ'])
  expect(order('verified', false)).toEqual(['01', '79', 'ZZ'])
  expect(order('entered', true)).toEqual(['01', '79', 'ZZ'])
  expect(order('unit', false)).toEqual(['01', '79', 'ZZ'])
  expect(order('unit', true)).toEqual(['79', '01', 'ZZ'])
})

it('takes the share of the nation from the sums, and none where nothing was entered', () => {
  expect(verifiedTotal(units, 'Cả nước')).toMatchObject({ entered: 310, verified: 150, signed: 11 })
  expect(verifiedTotal(units, '').verifiedShare).toBeCloseTo((150 / 310) * 100)
  expect(verifiedTotal([], '').verifiedShare).toBeUndefined()
})
