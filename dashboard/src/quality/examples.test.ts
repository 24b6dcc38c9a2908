import { expect, it } from 'vitest'
import { VIETNAMESE } from '../i18n/language.js'
import { exampleOf } from './examples.js'

it('says where a roll-up differed, and what stood there before and stands there after', () => {
  const raw = {
    day: '2021-09-03',
    unit: '01',
    product: 'pfizer',
    dose_no: 1,
    series: 'booster',
    doses_before: 1200,
    doses_after: 1198,
  }
  expect(exampleOf(raw, VIETNAMESE)).toEqual({
    where: '03/09/2021 · Hà Nội · Pfizer · mũi 1 · liều nhắc lại',
    before: '1.200',
    after: '1.198',
  })
})

it('keeps what it does not know as it is', () => {
  expect(exampleOf({ key: 'dose|hue|d1', before: null, after: { rev: 2 } }, VIETNAMESE)).toEqual({
    where: 'bản ghi dose|hue|d1',
    before: '–',
    after: '{"rev":2}',
  })
})
