import { addDays, UNIT_CODES } from '@mcc/contract'
import { expect, it } from 'vitest'
import { cell, factsOf, moved } from '../testing/facts.js'
import type { Frame } from './frame.js'
import { nationState } from './nation.js'

const frame: Frame = {
  people: (u) => (u === '00' || u === 'ZZ' ? undefined : { all: 1_000, adults: 700 }),
  exercise: { scale: 0.01 },
}
const moment = { watermark: 0, today: '2021-10-02' }
const state = (given: Parameters<typeof factsOf>[0]) => nationState(factsOf(given), frame, moment)

it('knows nothing of an empty store: not one figure is 0', () => {
  const { units, products, ...nation } = state({})
  for (const figure of [nation.doses, nation.dosesToday, nation.pace7, nation.coverageOne, nation.aefi.cases])
    expect(figure).toEqual({ no: 'unknown', why: 'no-data' })
  expect(products.pfizer.left).toEqual({ no: 'unknown', why: 'no-data' })
  expect(units['01'].doses).toEqual({ no: 'unknown', why: 'no-data' })
  expect(units['01'].reported).toEqual({ no: 'not-reported' })
})

it('tells zero from not reported once there are doses', () => {
  const { units } = state({
    doses: [cell('01', 5, { doseNo: 2 })],
    movements: [moved('79', 'arrive', 10)],
    days: { '01': { '2021-10-02': 5 } },
  })
  expect(units['01'].atLeastOne).toBe(0)
  expect(units['79'].doses).toBe(0)
  expect(units['48'].doses).toEqual({ no: 'not-reported' })
  expect(units['00'].doses).toEqual({ no: 'not-reported' })
  expect(units['ZZ'].doses).toBe(0)
})

it('counts persons by each product’s schedule, boosters apart', () => {
  const nation = state({
    doses: [
      cell('01', 100),
      cell('01', 60, { doseNo: 2 }),
      cell('79', 9, { product: 'abdala', doseNo: 2 }),
      cell('79', 4, { product: 'abdala', doseNo: 3 }),
      cell('79', 3, { product: 'janssen' }),
      cell('ZZ', 2, { series: 'booster', doseNo: 3 }),
      cell('00', 1, { series: 'additional', doseNo: 3 }),
    ],
  })
  expect(nation).toMatchObject({ doses: 179, atLeastOne: 103, completed: 67, additional: 1, booster: 2 })
  const sum = UNIT_CODES.reduce(
    (n, u) => n + (typeof nation.units[u].doses === 'number' ? nation.units[u].doses : 0),
    0,
  )
  expect(sum).toBe(179)
})

it('scales people and plan, never clips coverage, and has no rate without a denominator', () => {
  const nation = state({ doses: [cell('01', 11), cell('ZZ', 1)] })
  expect(nation.population).toBe(630)
  expect(nation.targetDoses).toBe(1_500_000)
  expect(nation.units['01'].coverageOne).toBeCloseTo(110)
  expect(nation.units['ZZ'].coverageOne).toEqual({ no: 'unknown', why: 'no-denominator' })
})

it('measures what is left against what came in, nation by arrival from abroad, unit by arrival', () => {
  const nation = state({
    doses: [cell('01', 30)],
    movements: [
      moved('ZZ', 'receive', 1_000, { fromLevel: 'abroad', toLevel: 'national' }),
      moved('01', 'arrive', 100),
      moved('01', 'discard', 7),
      moved('01', 'adjust', -3),
      moved('01', 'return', 10, { fromLevel: 'unit', toLevel: 'national' }),
      moved('01', 'return', 50, { fromLevel: 'facility', toLevel: 'unit' }),
      moved('01', 'issue', 60, { fromLevel: 'unit', toLevel: 'facility' }),
    ],
  })
  expect(nation.products.pfizer).toEqual({ given: 30, received: 1_000, left: 960 })
  expect(nation.units['01']).toMatchObject({ received: 100, utilisation: 30 })
})

it('says until when it heard of a province that has fallen silent, of no other unit', () => {
  const daily = (last: string) => Object.fromEntries([...Array(7).keys()].map((i) => [addDays(last, -i), 9]))
  const { units } = state({
    days: {
      '01': daily('2021-10-02'),
      '48': daily('2021-10-01'),
      '79': daily('2021-09-30'),
      '00': daily('2021-09-30'),
    },
  })
  expect(units['79'].heardUntil).toBe('2021-09-30')
  for (const unit of ['01', '48', '46', '00'] as const) expect(units[unit].heardUntil).toBeNull()
})
