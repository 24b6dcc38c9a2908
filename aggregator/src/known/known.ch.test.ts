import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnyEvent, dayOf, type NationState } from '@mcc/contract'
import {
  connect,
  countGroup,
  incoming,
  type Incoming,
  migrate,
  readMigrations,
  type RunningEngine,
  startEngine,
  stateFrom,
  type Warehouse,
} from '@mcc/warehouse'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyFacts } from '../live/facts.js'
import { reread } from '../live/load.js'
import { buildStates, type FigureTopic } from '../live/states.js'
import { EVERYTHING } from '../live/touched.js'
import type { Frame } from '../state/frame.js'
import { histories } from '../testing/records.js'
import { recount, standing } from '../testing/recount.js'
import { comparable, said } from '../testing/said.js'
import { Known } from './known.js'

let engine: RunningEngine
let w: Warehouse
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mcc-known-'))
  engine = await startEngine(directory)
  w = connect(engine.config)
  await migrate(w, await readMigrations(), { cluster: false, now: Date.now })
})
afterAll(async () => {
  await w.close()
  await engine.stop()
  await rm(directory, { recursive: true, force: true })
})

const frame: Frame = { people: () => ({ all: 1_000, adults: 700 }), exercise: undefined }
const TOPICS: FigureTopic[] = ['nation', 'allocation', 'aefi', 'province:01', 'province:48', 'province:79']
let clock = Date.parse('2021-10-02T05:12:34.567+07:00')
const all: (Incoming & { event: AnyEvent })[] = []
/** What was answered for a moment, as text. */
const answered = new Map<number, string>()

function standsOver(a: AnyEvent, b: AnyEvent): boolean {
  const [x, y] = [a, b].map((event) => stateFrom(incoming(event, { batch: 'b', receivedAt: 0, knownAt: 0 })))
  return x!.rev > y!.rev || (x!.rev === y!.rev && x!.hash > y!.hash)
}

async function ask(known: Known, at: number): Promise<Record<string, unknown>> {
  const states = await Promise.all(TOPICS.map(async (t) => [t, await known.state(t, at)] as const))
  return Object.fromEntries(states)
}

async function live(at: number): Promise<Record<string, unknown>> {
  const moment = { watermark: at, today: dayOf(at) }
  const { topics } = buildStates(await reread(w, emptyFacts(), EVERYTHING, moment, true), frame, moment)
  return Object.fromEntries(TOPICS.map((t) => [t, topics.get(t)]))
}

async function count(batches: { events: AnyEvent[]; after: number }[], source: string): Promise<void> {
  for (const { events, after } of batches) {
    clock += after
    const group = events.map((e) => {
      const event = { ...e, source }
      return { event, ...incoming(event, { batch: `b${clock}`, receivedAt: clock, knownAt: clock }) }
    })
    all.push(...group)
    await countGroup(w, group, false)
  }
}

/** Moments at, just before and between known times, of this run and of earlier ones. */
function moments(picks: number[]): number[] {
  const times = [...new Set(all.map((r) => r.knownAt))]
  return picks.map((n) => times[Math.floor(n / 3) % times.length]! - 1 + (n % 3))
}

// minutes to hours between batches, so that moments lie in the middle of hours and at their edges
const gap = fc.oneof(fc.integer({ min: 1, max: 900_000 }), fc.constantFrom(1_800_000, 3_600_000, 7_200_000))
const batch = fc.record({ events: histories('s', 30), after: gap })

it('says of any moment what a recount of the records known then gives, for ever the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(batch, { minLength: 2, maxLength: 5 }),
      fc.array(fc.nat(10_000), { minLength: 2, maxLength: 2 }),
      async (batches, picks) => {
        // the same few sources again: records of earlier runs are corrected and voided
        await count(batches, `s${batches.length % 2}`)
        const known = new Known({ warehouse: w, frame, readAnew: () => 0 })
        expect(await ask(known, clock)).toEqual(await live(clock))
        for (const at of [...moments(picks), clock]) {
          const answer = await ask(known, at)
          const text = JSON.stringify(answer)
          expect(answered.get(at) ?? text).toBe(text)
          answered.set(at, text)
          const then = all.filter((r) => r.knownAt <= at).map((r) => r.event)
          const province = answer['province:79'] as { days: Record<string, number> }
          expect(said(answer['nation'] as NationState, province)).toEqual(
            comparable(recount(standing(then, standsOver))),
          )
        }
      },
    ),
    { numRuns: 6, endOnFailure: true },
  )
  // and once more, now that more is known, by a reader with an empty memory
  const reader = new Known({ warehouse: w, frame, readAnew: () => 0 })
  for (const [at, text] of answered) expect(JSON.stringify(await ask(reader, at))).toBe(text)
}, 120_000)

it('forgets what it kept when roll-ups may have been healed', async () => {
  const at = clock + 7_200_000
  const cell = `SELECT toStartOfHour(toDateTime(${Math.floor(clock / 1_000)}, 'UTC')), toDate('2021-10-01'), '79', 'pfizer', 1, 'primary'`
  let anew = 0
  const known = new Known({ warehouse: w, frame, readAnew: () => anew })
  const right = await known.state('nation', at)
  await w.ch.command({ query: `INSERT INTO dose_known ${cell}, 1000` })
  expect(await known.state('nation', at)).toEqual(right)
  anew += 1
  expect(await known.state('nation', at)).not.toEqual(right)
  await w.ch.command({ query: `INSERT INTO dose_known ${cell}, -1000` })
  anew += 1
  expect(await known.state('nation', at)).toEqual(right)
})
