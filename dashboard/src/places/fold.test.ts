import { PROVINCE_CODES, UNIT_CODES } from '@mcc/contract'
import { expect, it } from 'vitest'
import { fold, matches } from './fold.js'
import { unitName } from './unit-names.js'

const found = (typed: string) =>
  PROVINCE_CODES.map((code) => unitName(code, 'vi')).filter((name) => matches(name, typed))

it('finds names typed without marks', () => {
  expect(found('da nang')).toEqual(['Đà Nẵng'])
  expect(found('Dak')).toEqual(['Đắk Lắk', 'Đắk Nông'])
  expect(found('danang')).toEqual(['Đà Nẵng'])
  expect(found('vũng tàu')).toEqual(['Bà Rịa – Vũng Tàu'])
  expect(found('xyz')).toEqual([])
})
it('folds composed and decomposed marks alike', () => {
  expect(fold('Thừa Thiên Huế')).toBe('thua thien hue')
  expect(fold('Huế'.normalize('NFD'))).toBe('hue')
})
it('names every unit in both languages', () => {
  for (const code of UNIT_CODES)
    for (const language of ['vi', 'en'] as const) expect(unitName(code, language)).not.toBe(code)
})
