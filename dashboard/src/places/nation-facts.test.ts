import { unknown, type NationState } from '@mcc/contract'
import { expect, it } from 'vitest'
import { hasNoRecords } from './nation-facts.js'

const none = unknown('no-data')
const empty = {
  doses: none,
  days: {},
  reported: { doses: { no: 'not-reported' }, day: null },
  products: { pfizer: { given: none, received: none, left: none } },
} as unknown as NationState

it('takes a store whose figures are all unknown for empty, not one with a receipt', () => {
  expect(hasNoRecords(empty)).toBe(true)
  expect(hasNoRecords({ ...empty, doses: 0 })).toBe(true)
  const products = { pfizer: { given: 0, received: 7, left: 7 } } as unknown as NationState['products']
  expect(hasNoRecords({ ...empty, products })).toBe(false)
})
