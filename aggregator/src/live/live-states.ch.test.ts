import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyEvent, EventType } from '@mcc/contract'
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
import type { Frame } from '../state/frame.js'
import { histories } from '../testing/records.js'
import { recount, standing } from '../testing/recount.js'
import { comparable, number, said } from '../testing/said.js'
import { emptyFacts } from './facts.js'
import { reread } from './load.js'
import { buildStates } from './states.js'
import { EVERYTHING, touchedBy } from './touched.js'

let engine: RunningEngine
let w: Warehouse
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mcc-states-'))
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
let clock = Date.UTC(2022, 0, 1)

const next = (event: AnyEvent): Incoming =>
  incoming(event, { batch: 'b', receivedAt: clock, knownAt: ++clock })

function standsOver(a: AnyEvent, b: AnyEvent): boolean {
  const [x, y] = [a, b].map((event) => stateFrom(next(event)))
  return x!.rev > y!.rev || (x!.rev === y!.rev && x!.hash > y!.hash)
}

it('serves what a plain recount gives, and the same after notices as after a fresh load', async () => {
  const all: AnyEvent[] = []
  let run = 0
  let incremental = await reread(w, emptyFacts(), EVERYTHING, { watermark: 0, today: '2021-10-01' }, true)
  await fc.assert(
    fc.asyncProperty(
      fc.array(histories('s', 40), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('2021-09-30', '2021-10-01', '2021-10-02'),
      async (batches, today) => {
        run += 1
        let newDay = true
        const moment = { watermark: clock, today }
        for (const batch of batches) {
          const events = batch.map((e) => ({ ...e, source: `s${run % 3}` }))
          all.push(...events)
          const { touched } = await countGroup(w, events.map(next), false)
          const notice = {
            seq: 1,
            watermark: clock,
            touched: touched.map((t) => ({ ...t, type: t.type satisfies EventType })),
          }
          incremental = await reread(w, incremental, touchedBy(notice), moment, newDay)
          newDay = false
        }
        const fresh = await reread(w, emptyFacts(), EVERYTHING, moment, true)
        const states = buildStates(incremental, frame, moment)
        expect(Object.fromEntries(states.topics)).toEqual(
          Object.fromEntries(buildStates(fresh, frame, moment).topics),
        )
        expect(
          said(
            states.nation,
            states.topics.get('province:79') as { days: Record<string, number> } | undefined,
          ),
        ).toEqual(comparable(recount(standing(all, standsOver))))
        const units = Object.values(states.nation.units)
        expect(units.reduce((n, u) => n + number(u.doses), 0)).toBe(number(states.nation.doses))
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
}, 120_000)
