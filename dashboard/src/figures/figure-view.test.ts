import { unknown, type Figure } from '@mcc/contract'
import { expect, it } from 'vitest'
import { VIETNAMESE } from '../i18n/language.js'
import { numberOf, rawValue, viewFigure } from './figure-view.js'

const { m, f } = VIETNAMESE
const view = (figure: Figure | undefined) => viewFigure(figure, f.count, m, f)

it('gives zero and each kind of no number a look of its own', () => {
  const stale: Figure = { no: 'stale', last: 1_234, at: '2021-11-24T02:03:00Z' }
  const figures: (Figure | undefined)[] = [
    0,
    undefined,
    unknown('no-denominator'),
    { no: 'not-reported' },
    stale,
    { no: 'suppressed', below: 10 },
  ]
  expect(figures.map((one) => view(one).text)).toEqual(['0', '?', '?', '— chưa báo cáo', '1.234', '< 10'])
  expect(view(stale)).toMatchObject({ kind: 'stale', note: 'lúc 09:03' })
  expect(view({ ...stale, at: '2021-11-21' })).toMatchObject({ kind: 'stale', note: 'đến 21/11' })
  expect(view(unknown('no-denominator')).spoken).toBe(m.noNumber.noDenominator)
})
it('counts a stale number with its last value, the others not at all', () => {
  expect(numberOf({ no: 'stale', last: 5, at: '2021-11-24T02:03:00Z' })).toBe(5)
  expect(numberOf({ no: 'not-reported' })).toBeUndefined()
  expect(numberOf(0)).toBe(0)
})
it('shows a null that JSON made of a missing number as unknown', () => {
  const fromJson = JSON.parse('{"figure":null}') as { figure: Figure }
  expect(view(fromJson.figure).kind).toBe('unknown')
})
it('has a raw value only for a number', () => {
  expect(rawValue(0)).toBe('0')
  expect(rawValue({ no: 'suppressed', below: 10 })).toBe('')
})
