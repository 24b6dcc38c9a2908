import { expect, it } from 'vitest'
import { formatsFor } from './format.js'

const vi = formatsFor('vi-VN')
const en = formatsFor('en-GB')

it('writes counts as the language does', () => {
  expect(vi.count(118_402_117)).toBe('118.402.117')
  expect(en.count(118_402_117)).toBe('118,402,117')
  expect(vi.count(270_000_000)).toBe('270.000.000')
  expect(vi.count(-1_032_886)).toBe('−1.032.886')
})
it('signs changes, but not zero', () => {
  expect(vi.signed(1_482_006)).toBe('+1.482.006')
  expect(vi.signed(0)).toBe('0')
  expect(en.signed(-5)).toBe('−5')
})
it('never clips a percentage', () => {
  expect(vi.percent(100.44)).toBe('100,4\u00a0%')
  expect(en.percent(71.8)).toBe('71.8%')
})
it('shortens with a word', () => {
  expect(vi.short(1_352_113)).toBe('1,35\u00a0triệu')
  expect(vi.short(131_200_000)).toBe('131\u00a0triệu')
  expect(en.short(12_332)).toBe('12.3\u00a0thousand')
  expect(vi.short(-950)).toBe('−950')
  expect(vi.short(4.5)).toBe('4,5')
})
it('keeps the width of a live figure, and drops zeros where nothing moves', () => {
  expect(vi.short(5_300)).toBe('5,30\u00a0nghìn')
  expect(vi.short(15_000_000)).toBe('15,0\u00a0triệu')
  expect(vi.round(5_300)).toBe('5,3\u00a0nghìn')
  expect(vi.round(150_000_000)).toBe('150\u00a0triệu')
})
it('tells time in Viet Nam whatever the zone of the screen', () => {
  expect(vi.moment('2021-11-24T17:30:00Z')).toBe('00:30 25/11/2021')
  expect(vi.time('2021-11-24T09:03:00+07:00')).toBe('09:03')
  expect(vi.day('2021-11-24')).toBe('24/11/2021')
})
it('writes a column in one unit', () => {
  const { column } = formatsFor('vi-VN')
  expect([58_000, 898].map(column(58_000))).toEqual(['58.000', '898'])
  expect([58_000_000, 898_000].map(column(58_000_000))).toEqual(['58,00', '0,90'])
})
