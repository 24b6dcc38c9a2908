import { WRITER_KEY } from '@mcc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { doseOf } from '../testing/dose.js'
import { type Store, startStore } from '../testing/store.js'

let store: Store
beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.stop())

const knownTimes = async (): Promise<number[]> =>
  (
    await store.rows<{ at: number }>(
      'SELECT toUnixTimestamp64Milli(known_at) AS at FROM lot_ledger ORDER BY at',
    )
  ).map(({ at }) => at)

const lotOf = (id: string): Record<string, unknown> => {
  const { source, op, rev, occurredAt, recordedAt, product } = doseOf('hanoi', id)
  const lot = { lot: id, manufacturer: 'Pfizer', expiry: '2022-09-01', status: 'released' }
  return { type: 'lot', id, source, op, rev, occurredAt, recordedAt, product, ...lot }
}

it('a writer that starts again lets nothing become known before what the last one called settled, whatever the clock says', async () => {
  const first = await store.startWriter()
  await store.accept('before', 'hanoi', [lotOf('a')])
  await expect.poll(knownTimes, { timeout: 20_000 }).toHaveLength(1)
  await first.kill()
  // as after a clock that was set back, or a last group that brought no row
  const settled = Date.now() + 3_600_000
  await store.connection.hset(WRITER_KEY, 'watermark', settled)
  const second = await store.startWriter()
  await store.accept('after', 'hanoi', [lotOf('b')])
  await expect.poll(knownTimes, { timeout: 20_000 }).toHaveLength(2)
  expect((await knownTimes())[1]).toBeGreaterThan(settled)
  const announced = async () => Number(await store.connection.hget(WRITER_KEY, 'watermark'))
  await expect.poll(announced).toBeGreaterThan(settled)
  await second.kill()
}, 60_000)
