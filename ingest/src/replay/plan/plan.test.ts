import { describe, expect, it } from 'vitest'
import { DAY_COUNT, indexOf } from '../calendar.js'
import { nationalCurve, publishedRows } from './curve.js'
import { Ladder } from './ladder.js'
import { Plan } from './plan.js'
import { RUNG, SLOTS, STREAMS } from './slots.js'
import { UNITS_N } from './units.js'

const curve = nationalCurve()
const plans = new Map([1, 0.01, 0.0003].map((scale) => [scale, new Plan(scale)]))
const cumulative = (plan: Plan): number[] => {
  let sum = 0
  return Array.from({ length: DAY_COUNT }, (_, d) => (sum += plan.ofNation(d)))
}

describe('the national curve', () => {
  it('passes through every published cumulative that no later one took back', () => {
    const rows = publishedRows().filter((r) => r.figures[0] !== undefined)
    rows.forEach(({ day, figures }, i) => {
      const takenBack = rows.slice(i + 1).some((later) => later.figures[0]! < figures[0]!)
      if (!takenBack) expect(curve.doses[day]).toBe(figures[0])
    })
  })

  it('never falls and gives no gap its whole increase on one day', () => {
    for (let d = 1; d < DAY_COUNT; d++)
      expect(curve.doses[d]! - curve.doses[d - 1]!).toBeGreaterThanOrEqual(0)
    const gap = Array.from({ length: 10 }, (_, i) => {
      const d = indexOf('2022-01-14') + i
      return curve.doses[d]! - curve.doses[d - 1]!
    })
    expect(Math.max(...gap)).toBeLessThan(1_200_000)
    expect(gap.reduce((a, b) => a + b, 0)).toBeCloseTo(176_429_307 - 165_524_173, 3)
  })
})

describe.each([...plans])('the plan at scale %d', (scale, plan) => {
  it('keeps cumulative national doses within one of the published ones on every day', () => {
    cumulative(plan).forEach((doses, d) =>
      expect(Math.abs(doses - scale * curve.doses[d]!)).toBeLessThanOrEqual(1),
    )
  })

  it('lets nobody get a later dose before the least interval', () => {
    const early: string[] = []
    for (let d = 0; d < DAY_COUNT; d++)
      for (let unit = 0; unit < UNITS_N; unit++)
        for (const [stream, rung] of Ladder.LATER) {
          const ready = plan.ladder.climbed(d - Ladder.interval(stream, 'least'), unit, stream, rung - 1)
          if (plan.ladder.climbed(d, unit, stream, rung) > ready) early.push(`${d} ${unit} ${stream} ${rung}`)
        }
    expect(early).toEqual([])
  })
})

describe('the plan at scale 1', () => {
  const plan = plans.get(1)!

  it('has the published peak and 150 million', () => {
    expect(plan.ofNation(indexOf('2021-10-19'))).toBe(2_091_069)
    expect(cumulative(plan)[indexOf('2021-12-30')]).toBe(150_935_915)
  })

  it('follows persons with at least one dose within 1 % from August on', () => {
    for (const day of ['2021-08-15', '2021-10-14', '2021-11-23', '2021-12-30', '2022-03-22']) {
      const d = indexOf(day)
      let people = 0
      for (let unit = 0; unit < UNITS_N; unit++)
        for (let s = 0; s < STREAMS.length; s++) people += plan.ladder.climbed(d, unit, s, RUNG.first)
      expect(Math.abs(people / curve.people[d]! - 1)).toBeLessThan(0.01)
    }
  })

  it('uses products only from their first day on', () => {
    const first = (product: string) => {
      for (let d = 0; d < DAY_COUNT; d++)
        for (let unit = 0; unit < UNITS_N; unit++)
          for (let slot = 0; slot < SLOTS.length; slot++)
            if (SLOTS[slot]!.product === ORDER.indexOf(product) && plan.at(d, unit, slot) > 0) return d
      return -1
    }
    expect(first('astrazeneca')).toBe(0)
    expect(first('vero-cell')).toBe(indexOf('2021-07-10'))
    expect(first('pfizer')).toBe(indexOf('2021-07-17'))
    expect(first('abdala')).toBe(indexOf('2021-10-25'))
  })
})

const ORDER = ['astrazeneca', 'sputnik-v', 'vero-cell', 'pfizer', 'moderna', 'janssen', 'abdala']
