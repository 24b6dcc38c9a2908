import { writeReceipts } from '@mcc/warehouse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Running } from './server.js'
import { baseOf, cookieFrom, enter, linksOf, post, until } from './testing/client.js'
import { dose } from './testing/events.js'
import { type Machine, startMachine } from './testing/machine.js'

let machine: Machine
let running: Running
let base: string
let admin: string
let officer: string
const AT = '2021-10-01T08:00:00+07:00'
const NOW = Date.parse('2021-10-01T09:00:00+07:00')

beforeAll(async () => {
  machine = await startMachine()
  await machine.count([dose('d1', '01', AT), dose('d2', '01', AT)], NOW)
  running = await machine.start()
  base = baseOf(running)
  const links = await linksOf(machine.directory)
  admin = await enter(base, links['administrator']!)
  officer = await enter(base, links['officer']!)
  await until(() => running.live.states !== undefined)
})
afterAll(async () => {
  await running.stop()
  await machine.stop()
})

type Json = Record<string, unknown>
async function ask(method: string, path: string, body?: object, cookie = admin): Promise<[number, Json]> {
  const answer = await fetch(base + path, {
    method,
    headers: { cookie, origin: base, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return [answer.status, (await answer.json()) as Json]
}
const codeOf = ([status, body]: [number, Json]) => [status, (body['error'] as Json)['code']]

it('makes an account, lets it in once by its link, and shuts it out at once when it is removed', async () => {
  const account = { name: 'lan', role: 'director', province: '79', way: 'link' }
  expect(codeOf(await ask('POST', '/api/v1/accounts', { ...account, province: undefined }))).toEqual([
    400,
    'bad_request',
  ])
  const [, made] = await ask('POST', '/api/v1/accounts', account)
  expect(codeOf(await ask('POST', '/api/v1/accounts', account))).toEqual([409, 'account_exists'])
  const lan = await enter(base, made['path'] as string)
  const me = async (cookie: string) => (await ask('GET', '/api/v1/me', undefined, cookie))[1]['caller']
  expect(await me(lan)).toMatchObject({ name: 'lan', province: '79' })
  expect(await enter(base, made['path'] as string)).toBe('')
  const person = { redirect: 'manual' as const, headers: { accept: 'text/html,*/*;q=0.8' } }
  const led = await fetch(base + (made['path'] as string), person)
  expect([led.status, led.headers.get('location')]).toEqual([303, '/sign-in?link=used'])
  const [, again] = await ask('POST', '/api/v1/accounts/lan/entry', { way: 'password' })
  // a new password ends what the old way opened
  expect(await me(lan)).toBeNull()
  const back = cookieFrom(await post(base, '/api/v1/sign-in', { name: 'lan', password: again['password'] }))
  expect(await me(back)).toMatchObject({ name: 'lan' })
  const [, unused] = await ask('POST', '/api/v1/accounts/lan/entry', { way: 'link' })
  expect(await ask('DELETE', '/api/v1/accounts/lan')).toEqual([200, expect.objectContaining({ ok: true })])
  expect(await me(back)).toBeNull()
  expect(await enter(base, unused['path'] as string)).toBe('')
  const [, { accounts }] = await ask('GET', '/api/v1/accounts')
  expect((accounts as Json[]).map((a) => a['name'])).not.toContain('lan')
  expect(codeOf(await ask('DELETE', '/api/v1/accounts/admin'))).toEqual([409, 'last_administrator'])
  expect(codeOf(await ask('DELETE', '/api/v1/accounts/lan'))).toEqual([404, 'no_such_account'])
})

it('gives a source a key once, says what was heard of it, and revokes the key', async () => {
  const [, { key }] = await ask('POST', '/api/v1/sources/hue/keys')
  expect(key).toMatch(/^mcc_/)
  const receipt = { receivedAt: NOW, acceptedAt: Date.now(), records: { dose: 3 } }
  await writeReceipts(machine.warehouse, [{ ...receipt, batch: 'h1', source: 'hue' }])
  const listed = async () => {
    const [, body] = await ask('GET', '/api/v1/sources')
    expect(JSON.stringify(body)).not.toContain(key)
    return (body['sources'] as Json[]).find((s) => s['name'] === 'hue') as Json & { keys: Json[] }
  }
  const hue = await listed()
  expect(hue).toMatchObject({ lastHeardAt: '2021-10-01T02:00:00.000Z', received: 3, refused: 0, held: 0 })
  const id = hue.keys[0]!['id'] as string
  expect((await ask('GET', '/api/v1/sources/keys'))[1]['sources']).toEqual([{ name: 'hue', keys: hue.keys }])
  expect((await ask('DELETE', `/api/v1/sources/hue/keys/${id}`))[0]).toBe(200)
  expect(codeOf(await ask('DELETE', `/api/v1/sources/hue/keys/${id}`))).toEqual([404, 'no_such_key'])
  expect((await listed()).keys[0]!['revokedAt']).toBeTruthy()
  expect(codeOf(await ask('POST', '/api/v1/sources/no%20name/keys'))).toEqual([400, 'bad_request'])
})

it('says how many doses have a matched identity and a signature', async () => {
  const [, { units }] = await ask('GET', '/api/v1/verification', undefined, officer)
  expect(units).toEqual([{ unit: '01', entered: 2, verified: expect.any(Number), signed: 0 }])
})

it('keeps every act on record, without its secret, for administrators only', async () => {
  const hall = { name: 'Hall', playlist: 'main' }
  expect(codeOf(await ask('POST', '/api/v1/displays', { ...hall, playlist: 'no-such' }))).toEqual([
    404,
    'no_such_playlist',
  ])
  const [, made] = await ask('POST', '/api/v1/displays', hall)
  expect(made['display']).toMatchObject({ playlist: 'main', stand: 'good' })
  const { id } = made['display'] as { id: string }
  await ask('DELETE', `/api/v1/displays/${id}`)
  const [, audit] = await ask('GET', '/api/v1/audit?who=admin&limit=100')
  const acts = (audit['records'] as Json[]).map((r) => r['action'])
  expect(acts.slice(0, 2)).toEqual(['delete /api/v1/displays/:id', 'post /api/v1/displays'])
  expect(acts).toEqual(
    expect.arrayContaining([
      'post /api/v1/accounts',
      'post /api/v1/accounts/:name/entry',
      'delete /api/v1/accounts/:name',
      'post /api/v1/sources/:name/keys',
      'delete /api/v1/sources/:name/keys/:id',
    ]),
  )
  // what was refused left no record of having been done
  const removed = (audit['records'] as Json[]).filter((r) => r['action'] === 'delete /api/v1/accounts/:name')
  expect(removed.map((r) => r['filter'])).toEqual([{ name: 'lan' }])
  expect(audit['whole']).toMatchObject({ broken: null })
  expect(JSON.stringify(audit)).not.toContain(made['token'])
  for (const path of ['audit', 'accounts', 'sources', 'sources/keys', 'displays'])
    expect(codeOf(await ask('GET', `/api/v1/${path}`, undefined, officer))).toEqual([403, 'not_allowed'])
  const foreign = await fetch(`${base}/api/v1/accounts/officer`, {
    method: 'DELETE',
    headers: { cookie: admin, origin: 'https://evil.example' },
  })
  expect(foreign.status).toBe(403)
})
