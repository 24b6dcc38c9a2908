import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DISTRICTS } from '../tables/districts.js'
import { PROVINCES } from '../tables/provinces.js'
import { collate } from './collate.js'
import { foldDiacritics } from './fold.js'
import { searchUnits } from './search-units.js'

const vietnamese = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyÀảãẠấẫĐềệịỏỗợùữỳ –-.\u0301\u0323'.split('')),
})
const text = fc.oneof(vietnamese, fc.string({ unit: 'binary' }))

describe('folding', () => {
  it('is idempotent', () => {
    fc.assert(fc.property(text, (t) => foldDiacritics(foldDiacritics(t)) === foldDiacritics(t)))
  })

  it('does not depend on how marks are encoded', () => {
    fc.assert(
      fc.property(text, (t) => foldDiacritics(t.normalize('NFC')) === foldDiacritics(t.normalize('NFD'))),
    )
  })

  it('does not depend on where the tone mark of oa, uy stands', () => {
    expect(foldDiacritics('Hoà Bình')).toBe(foldDiacritics('Hòa Bình'))
    expect(foldDiacritics('Đà Nẵng')).toBe('da nang')
    expect(foldDiacritics('Bà Rịa – Vũng Tàu')).toBe(foldDiacritics('ba ria-vung tau'))
  })
})

describe('searching', () => {
  const found = (query: string) => searchUnits(query).map((p) => p.short)

  it.each([
    ['da nang', 'Đà Nẵng'],
    ['Đà nẵng', 'Đà Nẵng'],
    ['danang', 'Đà Nẵng'],
    ['hcm', 'TP. Hồ Chí Minh'],
    ['sai gon', 'TP. Hồ Chí Minh'],
    ['ho chi minh', 'TP. Hồ Chí Minh'],
    ['hue', 'Thừa Thiên Huế'],
    ['vung tau', 'Bà Rịa – Vũng Tàu'],
    ['hoà bình', 'Hòa Bình'],
    ['31', 'Hải Phòng'],
    ['tinh dak lak', 'Đắk Lắk'],
  ])('finds %s', (query, short) => {
    expect(found(query)[0]).toBe(short)
  })

  it('ranks a beginning before a middle and lists the rest in Vietnamese order', () => {
    expect(found('ha')).toEqual(expect.arrayContaining(['Hà Giang', 'Hà Nam', 'Hà Nội', 'Hà Tĩnh']))
    expect(found('ha').slice(0, 6)).toEqual(found('ha').slice(0, 6).toSorted(collate))
    expect(found('')).toEqual([])
    expect(found('xyz')).toEqual([])
  })

  it('finds every unit by its own name typed without marks', () => {
    for (const p of PROVINCES) expect(found(foldDiacritics(p.short))[0]).toBe(p.short)
    expect(searchUnits('go vap', DISTRICTS).map((d) => d.code)).toEqual(['764'])
    expect(searchUnits('quan 1', DISTRICTS)[0]?.name).toBe('Quận 1')
  })
})

it('collates đ after d and ă, â after a', () => {
  expect(['Đà Nẵng', 'Ea', 'Dung', 'Ăn', 'An'].toSorted(collate)).toEqual([
    'An',
    'Ăn',
    'Dung',
    'Đà Nẵng',
    'Ea',
  ])
})
