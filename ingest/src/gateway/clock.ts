import { EXERCISE_CLOCK_KEY } from '@mcc/contract'
import type { Redis } from 'ioredis'
import { within } from '../queue/redis.js'

export interface GatewayClock {
  /** The receiving time of a batch, epoch ms; `told` is the instant that an exercise's sender states. */
  receivedAt(told: string | undefined): Promise<number>
}

/** The wall clock, for real stores. */
export const wallClock = (now: () => number): GatewayClock => ({ receivedAt: () => Promise.resolve(now()) })

// keeps the larger of what is held and what is told, in one step for several gateways
const ADVANCE = `local held = tonumber(redis.call('GET', KEYS[1]) or '0')
local told = tonumber(ARGV[1])
if told > held then redis.call('SET', KEYS[1], ARGV[1]) return told end
return held`

/** The clock of an exercise (decision 0003): the largest moment any sender told; before the first, the wall clock. */
export function exerciseClock(redis: Redis, now: () => number): GatewayClock {
  return {
    async receivedAt(told) {
      const ms = told === undefined ? 0 : Date.parse(told)
      const held = Number(await within(redis.eval(ADVANCE, 1, EXERCISE_CLOCK_KEY, ms), 600))
      return held > 0 ? held : now()
    },
  }
}
