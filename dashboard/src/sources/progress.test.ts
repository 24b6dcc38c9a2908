import { expect, it } from 'vitest'
import { countOf, progressOf } from './progress.js'

const reasons = (open: number, releasing: number, released: number, code = 'unknown_facility') => [
  { code, status: 'open', records: open },
  { code, status: 'releasing', records: releasing },
  { code, status: 'released', records: released },
  { code: 'not_json', status: 'open', records: 7 },
  { code: 'not_json', status: 'released', records: 3 },
]
const started = { records: 5, code: 'unknown_facility', releasedBefore: 2 }

it('counts reasons by code and status', () => {
  expect(countOf(reasons(1, 2, 3), undefined, 'open')).toBe(8)
  expect(countOf(reasons(1, 2, 3), 'unknown_facility', undefined)).toBe(6)
})

it('follows a release to its end: let in, or open again', () => {
  expect(progressOf(started, reasons(0, 5, 2))).toMatchObject({ done: 0, finished: false })
  expect(progressOf(started, reasons(0, 2, 5))).toMatchObject({
    done: 3,
    counted: 3,
    back: 0,
    finished: false,
  })
  expect(progressOf(started, reasons(0, 0, 7))).toEqual({
    all: 5,
    done: 5,
    finished: true,
    counted: 5,
    back: 0,
  })
  expect(progressOf(started, reasons(2, 0, 5))).toMatchObject({ finished: true, counted: 3, back: 2 })
})

it('never says more than was asked for, whatever others release meanwhile', () => {
  expect(progressOf(started, reasons(0, 0, 99))).toMatchObject({ counted: 5, back: 0 })
  expect(progressOf(started, reasons(0, 80, 99))).toMatchObject({ done: 0, counted: 0, finished: false })
})

it('of any reason, all reasons count', () => {
  const any = { records: 4, code: undefined, releasedBefore: 3 }
  expect(progressOf(any, reasons(0, 0, 4))).toMatchObject({ finished: true, counted: 4 })
})
