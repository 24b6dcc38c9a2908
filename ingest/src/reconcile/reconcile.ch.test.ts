import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { countDifferences, incidentsSince, readRollups } from '@mcc/warehouse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { doseOf } from '../testing/dose.js'
import { type Store, startStore, type WriterProcess } from '../testing/store.js'
import { makeGate } from '../writer/gate.js'
import { reconcile } from './reconcile.js'

let store: Store
let writer: WriterProcess

beforeAll(async () => {
  store = await startStore()
  writer = await store.startWriter()
})
afterAll(async () => {
  await writer.kill()
  await store.stop()
})

/** The command an operator gives; resolves with what it printed. */
async function reconcileNow(): Promise<{ state: string; found: { subject: string; differing: number }[] }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/reconcile/main.js')], {
    env: { ...process.env, REDIS_URL: store.redis.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (part: Buffer) => (text += part.toString()))
  await once(child, 'exit')
  return JSON.parse(text) as Awaited<ReturnType<typeof reconcileNow>>
}
const AT = '2021-09-01T09:00:00+07:00'
const facility = {
  type: 'facility',
  op: 'upsert',
  source: 'hanoi',
  id: '01-0001',
  rev: 1,
  name: 'Trạm',
  province: '01',
  occurredAt: AT,
  recordedAt: AT,
  kind: 'commune-station',
  lat: 21,
  lon: 105.8,
  capacityPerDay: 100,
  open: true,
}
const doses = Array.from({ length: 40 }, (_, i) => doseOf('hanoi', `d${i}`))
const one = async (sql: string): Promise<number> => (await store.rows<{ n: number }>(sql))[0]!.n
const figures = () => one('SELECT sum(doses) AS n FROM dose_day')
const incidents = async (): Promise<string[]> =>
  (await incidentsSince(store.w, { sinceMs: 0, limit: 500 })).map((i) => i.subject)
const command = (query: string) => store.w.ch.command({ query })
async function expectRecounts(): Promise<void> {
  for (const r of await readRollups(store.w))
    expect([r.target, await countDifferences(store.w, r)]).toEqual([r.target, 0])
}

it('finds nothing where nothing is damaged, and keeps no incident', async () => {
  await store.accept('b1', 'hanoi', [facility, ...doses])
  await expect.poll(figures, { timeout: 15_000 }).toBe(40)
  await store.accept('b2', 'hanoi', [
    doseOf('hanoi', 'd0', { rev: 2, province: '79', occurredAt: '2021-08-31T09:00:00+07:00' }),
    {
      type: 'dose',
      op: 'void',
      source: 'hanoi',
      id: 'd1',
      rev: 2,
      occurredAt: AT,
      recordedAt: AT,
    },
  ])
  await expect.poll(figures, { timeout: 15_000 }).toBe(39)
  expect(await reconcileNow()).toEqual({ state: 'completed', found: [] })
  expect(await incidents()).toEqual([])
})

it('compares the states while counting goes on, and uses up no known time where nothing differs', async () => {
  const gate = makeGate(() => true)
  const open: boolean[] = []
  const ch = new Proxy(store.w.ch, {
    get(target, name) {
      if (name === 'query') open.push(gate.isOpen())
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  const parts = {
    warehouse: store.w,
    patient: { ...store.w, ch },
    gate,
    settled: Date.now,
    now: Date.now,
    // on an empty exercise store it would be one of 1970
    knownAt: () => {
      throw new Error('a known time was asked for')
    },
  }
  expect(await reconcile(parts, 'everything')).toEqual([])
  expect(new Set(open)).toEqual(new Set([true]))
})

it('heals roll-ups that lost or doubled rows, with what stood there before and after', async () => {
  await command('INSERT INTO dose_day SELECT * FROM dose_day LIMIT 1')
  await command('TRUNCATE TABLE dose_place')
  const { found } = await reconcileNow()
  expect(found.map((f) => f.subject).toSorted()).toEqual(['dose_day', 'dose_place'])
  expect((await incidents()).toSorted()).toEqual(['dose_day', 'dose_place'])
  const kept = await incidentsSince(store.w, { sinceMs: 0, limit: 500 })
  const [before, after] = ['doses_before', 'doses_after'].map(
    (side) => kept.find((i) => i.subject === 'dose_day')!.detail[0]![side],
  )
  expect(after).toBe(38)
  expect(before).toBeGreaterThan(38)
  await expectRecounts()
  expect(await figures()).toBe(39)
})

it('heals states that are missing, damaged or old, and a ledger that lost rows', async () => {
  const state = (key: string, more: string): Promise<unknown> =>
    command(`INSERT INTO record_state SELECT * REPLACE (${more}) FROM record_state WHERE key = '${key}'`)
  await command(`DELETE FROM record_state WHERE key = 'dose|hanoi|d2'`)
  await state('dose|hanoi|d3', `'garbage' AS hash`)
  await state('dose|hanoi|d0', `1 AS rev, 'old' AS hash`)
  const net = `SELECT count() AS n FROM (SELECT key, hash FROM dose_ledger GROUP BY key, hash HAVING sum(sign) != 0)`
  await command(`ALTER TABLE dose_ledger DELETE WHERE key = 'dose|hanoi|d4' SETTINGS mutations_sync = 2`)
  const { found } = await reconcileNow()
  expect(found).toContainEqual({ subject: 'record_state', differing: 4 })
  expect(writer.said()).toContain('the books differed and were healed')
  expect(writer.said()).not.toContain('dose|hanoi|')
  expect((await reconcileNow()).found).toEqual([])
  expect(await one(net)).toBe(39)
  expect(await one(`SELECT rev AS n FROM record_state WHERE key = 'dose|hanoi|d0'`)).toBe(2)
  await expectRecounts()
  expect(await figures()).toBe(39)
  // what was healed is known again: the same records change nothing
  await store.accept('b3', 'hanoi', doses)
  await expect
    .poll(() => one(`SELECT count() AS n FROM accounting WHERE batch = 'b3'`), { timeout: 15_000 })
    .toBe(1)
  expect(await figures()).toBe(39)
})
