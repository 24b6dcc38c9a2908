import { setTimeout as sleep } from 'node:timers/promises'
import { releasable, settleQuarantine, type Warehouse, writeQuarantine } from '@mcc/warehouse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { doseOf } from '../testing/dose.js'
import { type Store, startStore } from '../testing/store.js'
import { releases } from './release.js'
import { makeStamps } from './stamp.js'
import { prepareGroup, workOff } from './work.js'

let store: Store
beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.stop())

/** The store, in which somebody discards the record as soon as its row lies in the ledger. */
function discarding(w: Warehouse, id: string): Warehouse {
  const filter = { ids: [id], code: '', source: '', type: '', fromMs: 0, toMs: 0 }
  const to = { status: 'discarded', by: 'admin', reason: 'too late', limit: 1 } as const
  const ch = new Proxy(w.ch, {
    get(target, name) {
      if (name === 'command')
        return async (p: Parameters<typeof target.command>[0]) => {
          const done = await target.command(p)
          if (!p.query.startsWith('INSERT INTO dose_ledger')) return done
          await sleep(5)
          expect(await settleQuarantine(w, filter, to, Date.now())).toEqual([id])
          await sleep(5)
          return done
        }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return { ...w, ch }
}

it('a record that is discarded while it is being counted stands as what it became', async () => {
  const { w } = store
  await w.ch.insert({ table: 'facility_ledger', values: [{ id: '01-0001' }], format: 'JSONEachRow' })
  const place = { batch: 'b', line: 1, source: 'hanoi', type: 'dose', receivedAt: Date.now() }
  const why = { path: 'facility', code: 'unknown_facility', message: '' }
  const body = JSON.stringify(doseOf('hanoi', 'd1', { person: 'p' }))
  await writeQuarantine(w, [{ ...place, ...why, body }], Date.now() - 1_000)
  const stamps = makeStamps(0, false, Date.now)
  const ground = { facilities: new Set(['01-0001']), stamps, exercise: false }
  const group = prepareGroup(releases(await releasable(w, {}), false, Date.now()), ground)
  await workOff(discarding(w, 'b:1'), group, undefined, Date.now)
  expect(await store.rows('SELECT sum(doses) AS n FROM dose_day')).toEqual([{ n: 1 }])
  expect(await store.rows('SELECT status, outcome FROM quarantine FINAL')).toEqual([
    { status: 'released', outcome: 'stored' },
  ])
})
