import { REQUEST_KINDS, type RequestEvent } from '@mcc/contract'
import { indexOf, isoAt } from '../calendar.js'
import { PLAN_UNITS, UNITS_N } from '../plan/units.js'
import { fraction, hash, SALT } from '../random.js'
import { atDay } from '../tables/at-day.js'
import type { World } from '../world/world.js'
import { secondOf } from './clock.js'
import { SOURCE } from './dose.js'
import { FollowUps, type Timed } from './timed.js'

/** Requests per dose given in the week before. The system opened on 10 July 2021; the level is an assumption. */
const PER_DOSE: readonly (readonly [day: string, share: number])[] = [
  ['2021-03-08', 0],
  ['2021-07-12', 0.002],
  ['2021-08-25', 0.006],
  ['2021-10-01', 0.003],
]
/** Ho Chi Minh City had 350,000 requests when it closed its own channel on 10 September 2021. */
const RUSH = { unit: '79', from: indexOf('2021-08-28'), to: indexOf('2021-09-10'), requests: 350_000 }
const LONGEST_REQUEST = 45
const KEY = 64

interface Step extends Timed {
  readonly day: number
}

function numberOf(world: World, day: number, unit: number): number {
  const week = Array.from({ length: 7 }, (_, i) => (day - i < 0 ? 0 : world.plan.ofUnit(day - i, unit)))
  let expected = (week.reduce((a, b) => a + b, 0) / 7) * atDay(PER_DOSE, day)[0]!
  if (PLAN_UNITS[unit] === RUSH.unit && day >= RUSH.from && day <= RUSH.to)
    expected += (RUSH.requests * world.scale) / (RUSH.to - RUSH.from + 1)
  return Math.floor(expected + fraction(world.seed + SALT.request, day, unit, 0))
}

function stepsOf(world: World, day: number, unit: number, n: number): Step[] {
  const random = hash(world.seed + SALT.request, day * KEY + unit, n, 1)
  const opened = secondOf((random % 1000) / 1000)
  const settledDay = day + 4 + ((random >>> 10) % (LONGEST_REQUEST - 4))
  const settled = secondOf(((random >>> 5) % 1000) / 1000)
  const base = {
    type: 'request',
    op: 'upsert',
    source: SOURCE,
    id: `R${day}.${PLAN_UNITS[unit]!}.${n}`,
    occurredAt: isoAt(day, opened),
    exercise: true,
    kind: REQUEST_KINDS[Math.min((random >>> 3) % 7, REQUEST_KINDS.length - 1)]!,
    province: PLAN_UNITS[unit]!,
  } as const
  const first: RequestEvent = { ...base, rev: 1, recordedAt: base.occurredAt }
  const settledAt = isoAt(settledDay, settled)
  const outcome = (random >>> 20) % 5 === 0 ? 'refused' : 'accepted'
  return [
    { day, second: opened, event: first },
    {
      day: settledDay,
      second: settled,
      event: { ...base, rev: 2, recordedAt: settledAt, settledAt, outcome },
    },
  ]
}

/** Citizens' requests to correct their record: opened, and settled weeks later; a rush in September 2021. */
export class Requests {
  readonly #followUps: FollowUps<Step>

  constructor(world: World) {
    this.#followUps = new FollowUps(world.from, LONGEST_REQUEST, (day, add) => {
      for (let unit = 0; unit < UNITS_N - 1; unit++)
        for (let n = numberOf(world, day, unit) - 1; n >= 0; n--)
          for (const step of stepsOf(world, day, unit, n)) add(step.day, step)
    })
  }

  on(day: number): readonly Timed[] {
    return this.#followUps.on(day)
  }
}
