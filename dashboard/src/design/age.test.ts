import { expect, it } from 'vitest'
import { speechOf } from '../i18n/language.js'
import { ageText } from './age.js'

const { m, f } = speechOf('vi')

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
