import { type AefiState, PRODUCTS } from '@mcc/contract'
import { expect, it } from 'vitest'
import { columnsOf } from '../exports/table.js'
import { VIETNAMESE } from '../i18n/language.js'
import { ratesExport } from './rates-export.js'

const none = { cases: 0, serious: 0, doses: 0, ratePer100k: 0, seriousPer100k: 0 }
const AEFI: AefiState = {
  cases: 103,
  serious: 3,
  deaths: 0,
  today: 0,
  products: {
    ...(Object.fromEntries(PRODUCTS.map(({ id }) => [id, none])) as AefiState['products']),
    pfizer: { ...none, cases: 100, serious: 3, doses: 1_000_000 },
    moderna: { ...none, cases: 3, doses: { no: 'stale', last: 20_000, at: '2021-11-24T02:00:00Z' } },
  },
  days: {},
  stages: {},
}

it('carries a rate with its limits only where the counts do, and says why not', () => {
  const table = ratesExport(AEFI, 'Tỷ lệ', VIETNAMESE)
  const columns = columnsOf(table, { asOf: '', exercise: undefined, past: undefined }, VIETNAMESE.m)
  const [pfizer, moderna] = table.rows.map((row) => Object.fromEntries(columns.map((c) => [c.id, c.of(row)])))
  expect(table.rows.map(({ product }) => product)).toEqual(['pfizer', 'moderna'])
  expect(pfizer).toMatchObject({ doses: 1_000_000, cases: 100, cases_rate: 10, cases_rate_tinh_trang: '' })
  // exact Poisson limits of 100: 81.4 and 121.6
  expect(pfizer!['cases_low']).toBeCloseTo(8.14, 2)
  expect(pfizer!['cases_high']).toBeCloseTo(12.16, 2)
  expect(pfizer).toMatchObject({ serious: 3, serious_rate: null, serious_rate_tinh_trang: 'unknown:too-few' })
  expect(moderna).toMatchObject({
    doses: null,
    doses_tinh_trang: 'stale@2021-11-24T02:00:00Z(20000)',
    cases_rate_tinh_trang: 'unknown:no-data',
  })
})
