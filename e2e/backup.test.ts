import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { startStation, type Station } from './station.js'

/**
 * The drill: a backup is made of a running system while a source goes on sending; it is restored into an empty place; the
 * source sends again what came after it, and some of what came before. The totals are those of the system that never stopped.
 */
const BATCHES = 40
const PER_BATCH = 50
const CLI = join(import.meta.dirname, '../ingest/dist/backup/main.js')
const place = mkdtempSync(join(tmpdir(), 'mcc-drill-'))
const stations: Station[] = []

afterAll(async () => {
  for (const station of stations) await station.stop()
  rmSync(place, { recursive: true, force: true })
}, 120_000)

const run = async (command: string, args: string[], data: string): Promise<string> => {
  const env = { ...process.env, MCC_DATA: data }
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, command, ...args], { env })
  return stdout
}

const facility = {
  type: 'facility',
  op: 'upsert',
  source: 'portal',
  id: 'F1',
  rev: 1,
  occurredAt: '2021-08-01T08:00:00+07:00',
  recordedAt: '2021-08-01T08:00:00+07:00',
  name: 'Trạm y tế',
  province: '01',
  kind: 'commune-station',
  lat: 21,
  lon: 105,
  capacityPerDay: 100,
  open: true,
}

/** Batch `b`: new doses, a correction of some of the batch before, and a void now and then. */
function batchOf(b: number): Record<string, unknown>[] {
  const dose = (n: number, rev: number, product: string) => ({
    type: 'dose',
    op: 'upsert',
    source: 'portal',
    id: `d${n}`,
    rev,
    occurredAt: `2021-08-${String(1 + (n % 28)).padStart(2, '0')}T08:00:00+07:00`,
    recordedAt: '2021-09-01T08:00:00+07:00',
    person: `p${n}`,
    sex: 'female',
    birthYear: 1980,
    priorityGroup: 1,
    product,
    lot: `L${b}`,
    doseNo: 1,
    series: 'primary',
    province: n % 3 === 0 ? '79' : '01',
    facility: 'F1',
    verification: 'unverified',
  })
  const first = b * PER_BATCH
  const events: Record<string, unknown>[] = []
  for (let n = first; n < first + PER_BATCH; n++) events.push(dose(n, 1, 'pfizer'))
  if (b > 0) {
    for (let n = first - 5; n < first; n++) events.push(dose(n, 2, 'moderna'))
    const { type, source, id, occurredAt, recordedAt } = dose(first - 10, 2, '')
    events.push({ type, source, id, occurredAt, recordedAt, op: 'void', rev: 2 })
  }
  return events
}

async function post(station: Station, events: unknown): Promise<void> {
  const answer = await fetch(`${station.gateway}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${station.secret('portal.key')}`, 'content-type': 'application/json' },
    body: JSON.stringify(events),
  })
  expect([answer.status, await answer.json()]).toMatchObject([202, { rejected: [] }])
}

/** Everything that tells two stores apart but when, and in which batch, things came. */
const contents = async (station: Station): Promise<unknown> => [
  await station.sql(
    'SELECT day, unit, product, dose_no, sum(doses) AS n FROM dose_day GROUP BY ALL HAVING n != 0 ORDER BY ALL',
  ),
  await station.sql(
    'SELECT facility, lot, sum(doses) AS n FROM dose_place GROUP BY ALL HAVING n != 0 ORDER BY ALL',
  ),
  await station.sql('SELECT key, rev, hash, live FROM record_state ORDER BY key'),
]

it('a backup taken while records come in, restored elsewhere and sent what came after, gives the same totals', async () => {
  const first = await startStation('start')
  stations.push(first)
  await post(first, [facility])
  await first.counted(60_000)
  const half = BATCHES / 2
  for (let b = 0; b < half; b++) await post(first, batchOf(b))
  const saved = join(place, 'saved')
  const [said] = await Promise.all([
    run('backup', [saved], first.data),
    (async () => {
      for (let b = half; b < BATCHES; b++) await post(first, batchOf(b))
    })(),
  ])
  expect(said).toContain('real store')
  await first.counted(60_000)
  const wanted = await contents(first)
  await expect(run('restore', [saved], first.data)).rejects.toThrow('already holds a store')
  await first.stop('keep')
  await expect(run('backup', [join(place, 'other')], first.data)).rejects.toThrow('nothing runs on')

  const data = join(place, 'restored')
  expect(await run('restore', [saved], data)).toContain('rows and checksums')
  const key = (directory: string): string => readFileSync(join(directory, 'secrets', 'pseudonym.key'), 'utf8')
  expect(key(data)).toBe(key(first.data))
  const second = await startStation('start', [], data)
  stations.push(second)
  for (let b = Math.floor(half / 2); b < BATCHES; b++) await post(second, batchOf(b))
  await second.counted(90_000)
  expect(await contents(second)).toEqual(wanted)
  const [recount] = await second.sql('SELECT sum(sign) AS n FROM dose_ledger')
  expect(recount).toEqual({ n: BATCHES * PER_BATCH - (BATCHES - 1) })
}, 300_000)
