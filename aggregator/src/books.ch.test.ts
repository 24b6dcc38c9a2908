import { join } from 'node:path'
import type { AlarmsState } from '@mcc/contract'
import { writeAccounts, writeIncident, writeManifest, writeQuarantine, writeReceipts } from '@mcc/warehouse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Running } from './server.js'
import { baseOf, enter, linksOf, post, until } from './testing/client.js'
import { type Machine, startMachine } from './testing/machine.js'
import { readAudit } from './testing/read-audit.js'

let machine: Machine
let running: Running
let base: string
let cookies: Record<'administrator' | 'officer', string>
const AT = Date.UTC(2021, 9, 19, 2, 30)
const WINDOW = 'from=2021-10-19T00:00:00Z&to=2021-10-20T00:00:00Z'

beforeAll(async () => {
  machine = await startMachine()
  running = await machine.start()
  base = baseOf(running)
  const links = await linksOf(machine.directory)
  cookies = {
    administrator: await enter(base, links['administrator']!),
    officer: await enter(base, links['officer']!),
  }
})
afterAll(async () => {
  await running.stop()
  await machine.stop()
})

const read = async (path: string, cookie: string): Promise<Record<string, Record<string, unknown>[]>> => {
  const answer = await fetch(base + path, { headers: { cookie } })
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.json()) as Record<string, Record<string, unknown>[]>
}
const record = (line: number, code: string) => ({
  batch: 'lost',
  line,
  source: 'hue',
  type: 'dose',
  path: 'facility',
  code,
  message: '',
  body: '{}',
  receivedAt: AT,
})

it('serves the books, and raises alarms that name source and window', async () => {
  const old = Date.now() - 120_000
  const w = machine.warehouse
  const receipt = { receivedAt: AT, acceptedAt: old, records: { dose: 10 } }
  await writeReceipts(w, [
    { ...receipt, batch: 'lost', source: 'hue' },
    { ...receipt, batch: 'waits', source: 'hanoi' },
  ])
  await machine.redis.client.lpush('bull:ingest:wait', 'waits')
  await writeManifest(w, { source: 'hue', type: 'dose', from: AT - 1, to: AT + 1, records: 12 }, old)
  await writeIncident(w, { subject: 'dose_day', differing: 1, examples: [{ doses_before: 2 }] }, old)
  const books = await read(`/api/v1/accounting?${WINDOW}`, cookies.officer)
  expect(books['hours']).toMatchObject([
    { source: 'hanoi', received: 10, inFlight: 10, unexplained: 0 },
    { source: 'hue', from: '2021-10-19T02:00:00.000Z', received: 10, inFlight: 0, unexplained: 10 },
  ])
  expect(books['manifests']).toMatchObject([{ source: 'hue', records: 12, received: 10, difference: -2 }])
  expect((await read('/api/v1/incidents', cookies.officer))['incidents']).toMatchObject([
    { subject: 'dose_day' },
  ])
  const alarms = async () =>
    Object.values(
      ((await read('/api/v1/topics/alarms', cookies.officer)) as unknown as { state: AlarmsState }).state
        .alarms,
    ).filter((a) => a.active)
  const window = '2021-10-19 09:00 – 2021-10-19 10:00'
  // the books are looked at every ten seconds, and what does not fit must not fit twice
  await until(async () => (await alarms()).some((a) => a.facts['window'] === window), 60_000)
  const raised = (await alarms()).map((a) => a.rule)
  expect(raised).toEqual(
    expect.arrayContaining(['accounting-unexplained', 'manifest-differs', 'rollup-differs']),
  )
  const metrics = await (await fetch(`${base}/metrics`)).text()
  expect(metrics).toContain('mcc_accounting_records{source="hue",kind="unexplained"} 10')
  // found after all: the account explains it, and the alarm is no longer active
  const account = { batch: 'lost', source: 'hue', receivedAt: AT, received: 10, stored: 8, duplicate: 0 }
  await writeAccounts(w, [{ ...account, superseded: 0, quarantined: 2 }], Date.now())
  await until(async () => (await alarms()).every((a) => a.rule !== 'accounting-unexplained'), 60_000)
}, 150_000)

it('lets only an administrator release or discard, in bulk, on record', async () => {
  const w = machine.warehouse
  const codes = ['unknown_facility', 'unknown_facility', 'not_json']
  await writeQuarantine(
    w,
    codes.map((code, i) => record(i + 1, code)),
    Date.now(),
  )
  const listed = await read('/api/v1/quarantine?status=open&source=hue', cookies.administrator)
  expect(listed['reasons']).toEqual([
    { code: 'unknown_facility', status: 'open', records: 2 },
    { code: 'not_json', status: 'open', records: 1 },
  ])
  const settle = (what: string, body: object, cookie = cookies.administrator) =>
    post(base, `/api/v1/quarantine/${what}`, body, { cookie })
  const bulk = { filter: { code: 'unknown_facility' }, reason: 'registered by letter' }
  expect((await settle('release', bulk, cookies.officer)).status).toBe(403)
  expect((await settle('release', { reason: 'x' })).status).toBe(400)
  expect((await settle('release', { ...bulk, filter: { code: 'constructor' } })).status).toBe(400)
  expect(await (await settle('release', { ...bulk, limit: 1 })).json()).toMatchObject({ records: 1 })
  expect(await (await settle('release', bulk)).json()).toMatchObject({ records: 1, ids: ['lost:2'] })
  expect(await (await settle('discard', { ids: ['lost:3'], reason: 'a test' })).json()).toMatchObject({
    records: 1,
  })
  const after = await read('/api/v1/quarantine?source=hue', cookies.administrator)
  expect(after['lines']!.map((l) => [l['id'], l['status'], l['by'], l['reason']])).toEqual([
    ['lost:1', 'releasing', 'admin', 'registered by letter'],
    ['lost:2', 'releasing', 'admin', 'registered by letter'],
    ['lost:3', 'discarded', 'admin', 'a test'],
  ])
  expect(after['reasons']).toEqual(
    listed['reasons']!.map((r) => ({ ...r, status: expect.any(String) as string })),
  )
  const second = await read(
    '/api/v1/quarantine?source=hue&limit=1&offset=1&code=not_json',
    cookies.administrator,
  )
  expect([second['lines'], second['reasons']]).toEqual([[], after['reasons']])
  const { settlements } = await read('/api/v1/quarantine/settlements', cookies.administrator)
  expect(settlements).toMatchObject([
    { status: 'discarded', by: 'admin', reason: 'a test', records: 1 },
    { status: 'releasing', by: 'admin', reason: 'registered by letter', records: 2, stored: 0 },
  ])
  const audited = (await readAudit(join(machine.directory, 'audit'))).map((r) => r.action)
  expect(audited.filter((a) => a.includes('quarantine'))).toEqual([
    'post /api/v1/quarantine/release',
    'post /api/v1/quarantine/release',
    'post /api/v1/quarantine/discard',
  ])
})

it('shows the body of a quarantined record to an administrator only, and keeps the look', async () => {
  await writeQuarantine(machine.warehouse, [{ ...record(9, 'not_json'), body: '{"doseNo":99}' }], Date.now())
  const path = '/api/v1/quarantine/lost:9'
  expect((await fetch(base + path, { headers: { cookie: cookies.officer } })).status).toBe(403)
  expect(
    (await fetch(`${base}/api/v1/quarantine/lost:99`, { headers: { cookie: cookies.administrator } })).status,
  ).toBe(404)
  expect(await read(path, cookies.administrator)).toMatchObject({
    id: 'lost:9',
    line: 9,
    body: '{"doseNo":99}',
  })
  const looks = (await readAudit(join(machine.directory, 'audit'))).filter((r) => r.action.includes(':id'))
  expect(looks).toMatchObject([
    { action: 'get /api/v1/quarantine/:id', who: 'admin', filter: { id: 'lost:9' } },
  ])
})
