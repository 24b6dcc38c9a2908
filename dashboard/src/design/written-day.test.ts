import { expect, it } from 'vitest'
import { writtenDay } from './written-day.js'

it.each([
  ['24/11/2021', '2021-11-24'],
  [' 1/3/2021 ', '2021-03-01'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2021', undefined],
  ['31/04/2021', undefined],
  ['11/24/2021', undefined],
  ['2021-11-24', undefined],
  ['24/11', undefined],
])('%s', (text, day) => expect(writtenDay(text)).toBe(day))
