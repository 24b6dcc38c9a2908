import type { ChangedNotice } from '@mcc/contract'
import { expect, it } from 'vitest'
import { isNothing } from './touched.js'
import { WriterWatch } from './writer-watch.js'

const notice = (seq: number, watermark = seq * 10): ChangedNotice => ({
  seq,
  watermark,
  touched: [{ type: 'dose', units: ['01'], days: ['2021-10-01'] }],
})

function started(): WriterWatch {
  const watch = new WriterWatch()
  watch.word({ seq: 4, watermark: 40 })
  watch.take()
  return watch
}

it('reads everything at first, then only what notices touch', () => {
  const watch = new WriterWatch()
  expect(watch.take()).toEqual({ all: true })
  watch.word({ seq: 4, watermark: 40 })
  watch.notice(notice(5))
  watch.notice(notice(6))
  expect(watch.take()).toEqual({
    all: false,
    types: new Map([['dose', { units: new Set(['01']), days: new Set(['2021-10-01']) }]]),
  })
  expect(isNothing(watch.take())).toBe(true)
  expect(watch.watermark).toBe(60)
})

it('reads everything after a gap, a repeated number or a writer that counts anew', () => {
  for (const seq of [6, 4, 1]) {
    const watch = started()
    watch.notice(notice(seq))
    expect(watch.take()).toEqual({ all: true })
  }
})

it('notices at the second look that the last notice was lost, and not before', () => {
  const watch = started()
  watch.word({ seq: 5, watermark: 50 })
  expect(isNothing(watch.take())).toBe(true)
  watch.word({ seq: 5, watermark: 50 })
  expect(watch.take()).toEqual({ all: true })
  expect(watch.watermark).toBe(50)
})

it('takes no mark for figures it has not heard of yet, and moves on while nothing happens', () => {
  const watch = started()
  watch.word({ seq: 5, watermark: 50 })
  expect(watch.watermark).toBe(40)
  watch.notice(notice(5))
  watch.word({ seq: 5, watermark: 55 })
  expect(watch.watermark).toBe(55)
  expect(isNothing(watch.take())).toBe(false)
})

it('has no mark in a store without records', () => {
  const watch = new WriterWatch()
  watch.word({ watermark: 0, aliveAt: 1 })
  expect(watch.watermark).toBeUndefined()
})
