import { accountingHours } from '@mcc/warehouse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { queuedBatches } from '../queue/queued.js'
import { booksOf } from '../testing/books.js'
import { doseOf } from '../testing/dose.js'
import { type Store, startStore, type WriterProcess } from '../testing/store.js'

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

const facilityOf = (id: string) => ({
  type: 'facility',
  op: 'upsert',
  source: 'hanoi',
  id,
  rev: 1,
  occurredAt: '2021-09-01T09:00:00+07:00',
  recordedAt: '2021-09-01T09:00:00+07:00',
  name: `Trạm ${id}`,
  province: '01',
  kind: 'commune-station',
  lat: 21,
  lon: 105.8,
  capacityPerDay: 100,
  open: true,
})
const doses = async (): Promise<number> =>
  (await store.rows<{ n: number }>('SELECT sum(doses) AS n FROM dose_day'))[0]!.n
const recount = async (): Promise<number> =>
  (await store.rows<{ n: number }>('SELECT sum(toInt64(sign)) AS n FROM dose_ledger'))[0]!.n
const statuses = async (batch: string): Promise<string[]> =>
  (
    await store.rows<{ s: string }>(
      `SELECT concat(status, ' ', code, ' ', outcome) AS s FROM quarantine FINAL WHERE batch = '${batch}' ORDER BY line`,
    )
  ).map((r) => r.s.trim())
const settledBooks = (expected: Partial<Awaited<ReturnType<typeof booksOf>>>): Promise<void> =>
  expect
    .poll(() => booksOf(store, 'hanoi'), { timeout: 20_000, interval: 200 })
    .toMatchObject({ ...expected, unexplained: 0 })
const ask = (where: string): Promise<unknown> =>
  store.w.ch.command({
    query: `INSERT INTO quarantine SELECT * REPLACE ('releasing' AS status, 'admin' AS status_by, 'mended' AS reason, now64(3) AS version)
            FROM (SELECT * FROM quarantine FINAL WHERE ${where})`,
  })

it('doses that came before their facility are released when it comes, once, and the books stay in balance', async () => {
  await store.accept('early', 'hanoi', [
    doseOf('hanoi', 'd1', { facility: 'F1' }),
    doseOf('hanoi', 'd2', { facility: 'F1' }),
    doseOf('hanoi', 'd3', { facility: 'F2' }),
    doseOf('hanoi', 'd4', { doseNo: 99 }),
  ])
  await settledBooks({ received: 4, stored: 0, quarantined: 4, inFlight: 0 })
  await store.accept('register', 'hanoi', [facilityOf('F1')])
  await settledBooks({ received: 5, stored: 3, quarantined: 2, inFlight: 0 })
  expect(await doses()).toBe(2)
  expect(await statuses('early')).toEqual([
    'released unknown_facility stored',
    'released unknown_facility stored',
    'open unknown_facility',
    'open out_of_range',
  ])
})

it('a record that is still bad stays, with its reason; the others count', async () => {
  await ask(`batch = 'early' AND status = 'open'`)
  const asked = await store.rows<{ n: number }>(
    "SELECT count() AS n FROM quarantine WHERE status = 'releasing'",
  )
  expect(asked[0]!.n).toBeGreaterThan(0)
  await expect
    .poll(() => statuses('early'), { timeout: 10_000 })
    .toEqual([
      'released unknown_facility stored',
      'released unknown_facility stored',
      'open unknown_facility',
      'open out_of_range',
    ])
  expect(await doses()).toBe(2)
})

it('released twice, and with a writer killed between, counts once', async () => {
  await store.accept('again', 'hanoi', [
    doseOf('hanoi', 'e1', { facility: 'F3' }),
    doseOf('hanoi', 'e2', { facility: 'F3' }),
    doseOf('hanoi', 'e2', { facility: 'F3' }),
  ])
  await settledBooks({ received: 8, quarantined: 5, inFlight: 0 })
  await store.accept('register-2', 'hanoi', [facilityOf('F3')])
  for (let kill = 0; kill < 3; kill++) {
    // a killed writer's jobs come back after its locks have ended, 15 s at worst on an idle machine
    await expect.poll(recount, { timeout: 60_000, interval: 20 }).toBeGreaterThanOrEqual(kill === 0 ? 2 : 4)
    await writer.kill()
    // whatever was half done, and what was done too, is asked for once more
    await ask(`batch = 'again'`)
    writer = await store.startWriter()
  }
  await expect
    .poll(() => statuses('again'), { timeout: 60_000 })
    .toEqual([
      'released unknown_facility stored',
      'released unknown_facility stored',
      'released unknown_facility duplicate',
    ])
  expect([await doses(), await recount()]).toEqual([4, 4])
  await settledBooks({ received: 9, stored: 6, duplicate: 1, quarantined: 2, inFlight: 0 })
}, 300_000)

it('a batch that is lost in the pipe shows as unexplained, and only there', async () => {
  await writer.kill()
  await store.accept('dropped', 'hanoi', [doseOf('hanoi', 'x1', { facility: 'F1' })], Date.now() - 120_000)
  await store.connection.lrem('bull:ingest:wait', 0, 'dropped')
  writer = await store.startWriter()
  await expect
    .poll(
      async () =>
        (await store.rows<{ n: number }>("SELECT count() AS n FROM receipt WHERE batch = 'dropped'"))[0]!.n,
    )
    .toBe(1)
  const later = Date.now() + 61_000
  const hours = await accountingHours(store.w, {
    source: 'hanoi',
    fromMs: 0,
    toMs: later,
    sinceMs: 0,
    nowMs: later,
    queued: await queuedBatches(store.connection),
  })
  expect(hours.reduce((n, h) => n + h.unexplained, 0)).toBe(1)
})
