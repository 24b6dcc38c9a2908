import { expect, it } from 'vitest'
import { aefiRate } from './aefi-rate.js'

it('gives a rate with its limits from 20 cases and 10,000 doses on', () => {
  expect(aefiRate(20, 10_000)).toMatchObject({ rate: 200 })
  const rate = aefiRate(97, 32_681)
  expect(rate).toMatchObject({ rate: expect.closeTo(296.8, 1) })
  expect(rate).toMatchObject({ low: expect.closeTo(240.7, 0), high: expect.closeTo(362.1, 0) })
})
it('says when there are too few, and nothing when a side is missing', () => {
  expect(aefiRate(19, 1e6)).toBe('few')
  expect(aefiRate(40, 9_999)).toBe('few')
  expect(aefiRate({ no: 'not-reported' }, 9_999)).toBeUndefined()
})
