import { expect, it } from 'vitest'
import { VIETNAMESE } from '../i18n/language.js'
import { ageText, steadyAge } from './age.js'

const { m, f } = VIETNAMESE

it.each([
  [-5_000, '0 giây'],
  [59_999, '59 giây'],
  [60_000, '1 phút'],
  [3_600_000, '1 giờ'],
  [47 * 3_600_000, '47 giờ'],
  [48 * 3_600_000, '2 ngày'],
])('says %i ms in its largest whole unit: %s', (ms, said) => {
  expect(ageText(ms, m, f)).toBe(said)
})
it('leaves room for a second digit', () => {
  expect([steadyAge('9 giây trước'), steadyAge('10 giây trước')].map((words) => words.length)).toEqual([
    13, 13,
  ])
})
