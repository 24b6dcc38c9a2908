import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatsFor } from '../design/format.js'
import { momentOf, writtenMoment } from './moment.js'

it('reads a moment of an address, also where its plus sign became a space', () => {
  const utc = '2021-11-24T00:00:00.000Z'
  for (const text of ['2021-11-24T07:00+07:00', '2021-11-24T07:00 07:00', '2021-11-24T00:00:00.000Z', utc])
    expect(momentOf(text)).toBe(utc)
  for (const text of ['2021-11-24', '2021-11-24T07:00', 'yesterday', '2021-13-24T07:00Z', '', 7, undefined])
    expect(momentOf(text)).toBeUndefined()
})

it('reads what it writes, to the minute', () => {
  const f = formatsFor('vi-VN')
  const range = { min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }
  fc.assert(
    fc.property(fc.integer(range), (ms) => {
      const minute = Math.floor(ms / 60_000) * 60_000
      expect(writtenMoment(f.moment(minute))).toBe(new Date(minute).toISOString())
    }),
  )
})

it('takes no moment that there never was', () => {
  expect(momentOf('2021-02-31T07:00+07:00')).toBeUndefined()
  for (const text of ['07:00 31/02/2021', '25:00 01/02/2021', '07:61 01/02/2021', '7h 1/2/2021', ''])
    expect(writtenMoment(text)).toBeUndefined()
})
