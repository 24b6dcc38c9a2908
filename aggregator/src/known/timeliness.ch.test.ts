import { afterAll, beforeAll, expect, it } from 'vitest'
import { dose } from '../testing/events.js'
import { type Machine, startMachine } from '../testing/machine.js'
import { keepTimeliness } from './timeliness.js'

let machine: Machine
beforeAll(async () => {
  machine = await startMachine()
})
afterAll(() => machine.stop())

const GIVEN = '2021-10-01T08:00:00+07:00'
const KNOWN = Date.parse('2021-10-01T20:00:00+07:00')

it('reads a window once for all who ask, and anew when something was healed', async () => {
  let readAnew = 0
  const read = keepTimeliness(() => ({ warehouse: machine.warehouse, readAnew }))
  const window = { from: Date.parse('2021-10-01T00:00:00+07:00'), at: KNOWN }
  await machine.count([dose('d1', '01', GIVEN)], KNOWN)
  const [first, second] = await Promise.all([read(window), read({ ...window })])
  expect(first).toBe(second)
  expect(first.units).toMatchObject([{ unit: '01', sameDay: 1 }])
  // a row that should have been there when the window was read
  await machine.count([dose('d2', '01', GIVEN)], KNOWN)
  expect(await read(window)).toBe(first)
  readAnew += 1
  expect((await read(window)).units).toMatchObject([{ unit: '01', sameDay: 2 }])
  expect((await read({ ...window, at: KNOWN - 1 })).units).toEqual([])
})
