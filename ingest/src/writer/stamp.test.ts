import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeStamps } from './stamp.js'

it('known times rise strictly, whatever clocks do, and none lies at or before a settled moment', () => {
  const step = fc.record({
    wall: fc.integer({ min: -5_000, max: 5_000 }),
    received: fc.integer({ min: 0, max: 10_000 }),
    ask: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.boolean(), fc.array(step), (exercise, steps) => {
      let wall = 1_000_000
      const stamps = makeStamps(0, exercise, () => wall)
      let last = 0
      for (const s of steps) {
        wall += s.wall
        if (s.ask) last = Math.max(last, stamps.settled())
        const next = stamps.next(s.received)
        expect(next).toBeGreaterThan(last)
        last = next
      }
    }),
  )
})

it('follows the wall clock on a real store and the senders on an exercise', () => {
  expect(makeStamps(5, false, () => 100).next(50)).toBe(100)
  expect(makeStamps(5, true, () => 100).next(50)).toBe(50)
  expect(makeStamps(5, false, () => 100).settled()).toBe(100)
  expect(makeStamps(5, true, () => 100).settled()).toBe(5)
})
