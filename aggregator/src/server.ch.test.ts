import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AlarmsState, Delta, Held, NationState, PlaylistsState, Snapshot } from '@mcc/contract'
import { onDelta, onSnapshot } from '@mcc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstBroken } from './audit/chain.js'
import type { Running } from './server.js'
import { baseOf, connected, cookieFrom, enter, linksOf, post, socketOf, until } from './testing/client.js'
import { aefiCase, dose, facility } from './testing/events.js'
import { type Machine, startMachine } from './testing/machine.js'
import { readAudit } from './testing/read-audit.js'

const AT = '2021-10-01T08:00:00+07:00'
const LATER = '2021-10-01T08:30:00+07:00'
const NOW = Date.parse('2021-10-01T09:00:00+07:00')
let machine: Machine
let running: Running
let base: string
let cookies: Record<'analyst' | 'director' | 'administrator' | 'officer' | 'committee' | 'wall', string>

async function signInAll(): Promise<typeof cookies> {
  const links = await linksOf(machine.directory)
  const token = links['display']!.split('#display=')[1]
  const wall = cookieFrom(await post(base, '/api/v1/display', { token }))
  const roles = ['analyst', 'director', 'administrator', 'officer', 'committee'] as const
  const entered = await Promise.all(roles.map(async (r) => [r, await enter(base, links[r]!)] as const))
  return { ...(Object.fromEntries(entered) as Omit<typeof cookies, 'wall'>), wall }
}

beforeAll(async () => {
  machine = await startMachine()
  await machine.count(
    [facility('F1', '01', AT), dose('d1', '01', AT), aefiCase('c1', '01', AT), aefiCase('c2', '79', LATER)],
    NOW,
  )
  running = await machine.start()
  base = baseOf(running)
  cookies = await signInAll()
  await until(() => running.live.states !== undefined)
})
afterAll(async () => {
  await running.stop()
  await machine.stop()
})

const get = (path: string, cookie = '') => fetch(base + path, { headers: { cookie } })
const nation = async (): Promise<NationState> =>
  ((await (await get('/api/v1/topics/nation', cookies.wall)).json()) as { state: NationState }).state

it('lets every role see exactly its scope, over two provinces', async () => {
  const cases = '/api/v1/aefi/cases'
  const lines = { ...all(403), director: 200, officer: 200, administrator: 200 }
  const expected: Record<string, Record<keyof typeof cookies | 'nobody', number>> = {
    '/api/v1/topics/nation': all(200),
    '/api/v1/topics/province:79': { ...all(200), wall: 403 },
    '/api/v1/series?unit=79': { ...all(200), wall: 403 },
    '/api/v1/provinces': { ...all(200), wall: 403 },
    '/api/v1/accounting': { ...all(200), wall: 403 },
    '/api/v1/playlists': { ...all(200), wall: 403 },
    [cases]: { ...all(403), analyst: 200, director: 200 },
    [`${cases}?province=01`]: { ...all(403), analyst: 200, director: 200 },
    [`${cases}?province=79`]: { ...all(403), analyst: 200 },
    '/api/v1/facilities?province=01': lines,
    '/api/v1/facilities?province=79': { ...lines, director: 403 },
    '/api/v1/quarantine': { ...all(403), administrator: 200 },
    '/api/v1/displays': { ...all(403), administrator: 200 },
  }
  function all(status: number) {
    const roles = ['analyst', 'director', 'administrator', 'officer', 'committee', 'wall'] as const
    return {
      ...(Object.fromEntries(roles.map((r) => [r, status])) as Record<keyof typeof cookies, number>),
      nobody: 401,
    }
  }
  const found = await Promise.all(
    Object.entries(expected).map(async ([path, roles]) => {
      const row = await Promise.all(
        Object.keys(roles).map(async (role) => [
          role,
          (await get(path, cookies[role as 'wall'] ?? '')).status,
        ]),
      )
      return [path, Object.fromEntries(row)]
    }),
  )
  expect(Object.fromEntries(found)).toEqual({
    ...expected,
    ...Object.fromEntries(Object.entries(expected).map(([p, r]) => [p, { ...r, nobody: 401 }])),
  })
})

it('gives a director the lines of his province only, and refuses a repeated parameter', async () => {
  const own = (await (await get('/api/v1/aefi/cases', cookies.director)).json()) as {
    cases: { unit: string }[]
  }
  expect(own.cases.map((c) => c.unit)).toEqual(['01'])
  expect((await get('/api/v1/aefi/cases?province=01&province=79', cookies.director)).status).toBe(400)
  const page = (await (await get('/api/v1/aefi/cases?limit=1', cookies.analyst)).json()) as { next: string }
  const next = await get(
    `/api/v1/aefi/cases?limit=1&before=${encodeURIComponent(page.next)}`,
    cookies.analyst,
  )
  expect(((await next.json()) as { cases: unknown[] }).cases).toHaveLength(1)
})

it('narrows the cases, and opens one only to whoever may see its province', async () => {
  const ids = async (search: string) =>
    (
      (await (await get(`/api/v1/aefi/cases?${search}`, cookies.analyst)).json()) as {
        cases: { id: string; key: string }[]
      }
    ).cases.toSorted((a, b) => a.id.localeCompare(b.id))
  const all = await ids('serious=yes&stage=notified&from=2021-10-01&to=2021-10-01')
  expect(all.map((c) => c.id)).toEqual(['c1', 'c2'])
  expect((await ids('q=C2')).map((c) => c.id)).toEqual(['c2'])
  for (const none of ['serious=no', 'stage=closed', 'to=2021-09-30', 'from=2021-10-02', 'q=c9'])
    expect(await ids(none)).toEqual([])
  expect((await get('/api/v1/aefi/cases?stage=done', cookies.analyst)).status).toBe(400)
  const one = (of: { key: string }, cookie: string) =>
    get(`/api/v1/aefi/case?key=${encodeURIComponent(of.key)}`, cookie)
  expect(await (await one(all[0]!, cookies.director)).json()).toMatchObject({ id: 'c1', causality: [] })
  expect((await one(all[1]!, cookies.director)).status).toBe(404)
  expect((await one(all[1]!, cookies.analyst)).status).toBe(200)
  expect((await one(all[0]!, cookies.committee)).status).toBe(403)
})

it('sorts the cases by place both ways, page after page', async () => {
  const walk = async (order: string, next = ''): Promise<string[]> => {
    const before = next === '' ? '' : `&before=${encodeURIComponent(next)}`
    const got = await get(`/api/v1/aefi/cases?limit=1&${order}${before}`, cookies.analyst)
    const page = (await got.json()) as { cases: { id: string }[]; next: string | null }
    return [...page.cases.map(({ id }) => id), ...(page.next === null ? [] : await walk(order, page.next))]
  }
  // Hà Nội stands before TP. Hồ Chí Minh
  expect(await walk('sort=unit')).toEqual(['c1', 'c2'])
  expect(await walk('sort=unit&dir=desc')).toEqual(['c2', 'c1'])
  expect(await walk('sort=notified')).toEqual(['c2', 'c1'])
  expect(await walk('sort=notified&dir=asc')).toEqual(['c1', 'c2'])
  // equal in what they are sorted by: the newest first, whichever way
  for (const dir of ['asc', 'desc']) expect(await walk(`sort=stage&dir=${dir}`)).toEqual(['c2', 'c1'])
})

it('lists the facilities of one province as registered, with the doses given there', async () => {
  const before = await readAudit(join(machine.directory, 'audit'))
  const own = await get('/api/v1/facilities?province=01', cookies.director)
  expect(await own.json()).toMatchObject({
    today: '2021-10-01',
    facilities: [
      { id: 'F1', name: 'Trạm y tế Điện Biên', kind: 'commune-station', doses: 1, today: 1, open: true },
    ],
  })
  const none = await get('/api/v1/facilities?province=79', cookies.administrator)
  expect(await none.json()).toMatchObject({ facilities: [] })
  const looks = (await readAudit(join(machine.directory, 'audit'))).slice(before.length)
  expect(looks.map(({ who, filter, rows }) => ({ who, filter, rows }))).toEqual([
    { who: 'director-01', filter: { unit: '01' }, rows: 1 },
    { who: 'admin', filter: { unit: '79' }, rows: 0 },
  ])
  expect((await get('/api/v1/facilities?province=79', cookies.director)).status).toBe(403)
  expect((await get('/api/v1/facilities', cookies.administrator)).status).toBe(400)
  expect((await readAudit(join(machine.directory, 'audit'))).at(-1)).toMatchObject({
    who: 'director-01',
    filter: { unit: '79' },
    outcome: 'denied',
  })
})

it('puts each look at lines on record once, whole and without citizens, and shows nothing without record', async () => {
  const directory = join(machine.directory, 'audit')
  const before = await readAudit(directory)
  await get('/api/v1/aefi/cases?province=01', cookies.analyst)
  await get('/api/v1/aefi/cases?province=79', cookies.director)
  await get('/api/v1/aefi/cases?province=01&purpose=export', cookies.analyst)
  const records = await readAudit(directory)
  const added = records.slice(before.length)
  expect(added.map(({ who, outcome, rows }) => ({ who, outcome, rows }))).toEqual([
    { who: 'analyst', outcome: 'answered', rows: 1 },
    { who: 'director-01', outcome: 'denied', rows: 0 },
    { who: 'analyst', outcome: 'answered', rows: 1 },
  ])
  expect(added.map(({ filter }) => filter['purpose'])).toEqual([undefined, undefined, 'export'])
  expect(firstBroken(records)).toBe(-1)
  const text = await readFile(join(directory, `${records.at(-1)!.at.slice(0, 7)}.ndjson`), 'utf8')
  await rename(directory, `${directory}-aside`)
  await writeFile(directory, 'in the way')
  expect((await get('/api/v1/aefi/cases?province=01', cookies.analyst)).status).toBe(503)
  await rm(directory)
  await rename(`${directory}-aside`, directory)
  expect(text).not.toMatch(/"person"|fever|hospitalisation/)
})

it('opens a socket only from its own pages with a credential', async () => {
  for (const [cookie, origin, expected] of [
    [cookies.wall, base, true],
    [cookies.wall, 'https://evil.example', false],
    [cookies.wall, undefined, false],
    ['mcc_session=forged', base, false],
    ['', base, false],
  ] as const) {
    const socket = socketOf(base, cookie, origin)
    expect(await connected(socket)).toBe(expected)
    socket.close()
  }
})

it('sends a snapshot, then deltas that follow on it, also when a notice was lost', async () => {
  const socket = socketOf(base, cookies.wall, base)
  let held: Held | undefined
  let gaps = 0
  const refused: string[] = []
  socket.on('refused', (m) => refused.push(m.code))
  socket.on('snapshot', (m: Snapshot) => (held = onSnapshot(held, m)))
  socket.on('delta', (m: Delta) => {
    const next = onDelta(held, m)
    held = next.held
    if (next.resync) gaps += 1
  })
  socket.emit('subscribe', { topics: ['nation', 'topic nation', 'everything'] })
  const doses = () => (held?.state as NationState | undefined)?.doses
  await until(() => doses() === 1)
  await machine.count([dose('d2', '79', AT)], NOW + 1)
  await until(() => doses() === 2)
  await machine.count([dose('d3', '48', AT)], NOW + 2, false)
  await until(() => doses() === 3)
  expect(gaps).toBe(0)
  expect(refused).toEqual(['no_such_topic', 'no_such_topic'])
  expect(held?.state).toEqual(JSON.parse(JSON.stringify(await nation())))
  socket.close()
})

it('cuts a display off within five seconds after it was revoked', async () => {
  const made = await post(base, '/api/v1/displays', { name: 'Hall B' }, { cookie: cookies.administrator })
  const { token, display } = (await made.json()) as { token: string; display: { id: string } }
  const cookie = cookieFrom(await post(base, '/api/v1/display', { token }))
  const socket = socketOf(base, cookie, base)
  expect(await connected(socket)).toBe(true)
  const revoked = await fetch(`${base}/api/v1/displays/${display.id}`, {
    method: 'DELETE',
    headers: { cookie: cookies.administrator, origin: base },
  })
  expect(revoked.status).toBe(200)
  await until(() => !socket.connected, 5_000)
  expect((await get('/api/v1/topics/nation', cookie)).status).toBe(401)
})

it('lets only those respond to an alarm who may, on record, and remembers over a restart', async () => {
  const id = 'aefi-lot-cluster:01:pfizer:L1'
  const elsewhere = 'aefi-lot-cluster:79:pfizer:L1'
  const alarm = async () => {
    const answer = await get('/api/v1/topics/alarms', cookies.wall)
    return ((await answer.json()) as { state: AlarmsState }).state.alarms[id]
  }
  await machine.count([aefiCase('c3', '01', AT), aefiCase('c4', '79', AT)], NOW + 4)
  await until(async () => (await alarm()) !== undefined)
  const ack = async (role: keyof typeof cookies, which = id) =>
    (await post(base, `/api/v1/alarms/${which}/ack`, { note: 'called' }, { cookie: cookies[role] })).status
  expect([await ack('wall'), await ack('officer')]).toEqual([403, 403])
  // a director only those of his province
  expect(await ack('director', elsewhere)).toBe(403)
  expect([await ack('director', 'constructor'), await ack('committee', 'constructor')]).toEqual([404, 404])
  const directory = join(machine.directory, 'audit')
  await rename(directory, `${directory}-aside`)
  await writeFile(directory, 'in the way')
  expect(await ack('committee')).toBe(503)
  await rm(directory)
  await rename(`${directory}-aside`, directory)
  expect((await alarm())?.ackedBy).toBeNull()
  expect(await ack('committee')).toBe(200)
  const last = (await readAudit(join(machine.directory, 'audit'))).at(-1)
  expect(last).toMatchObject({ who: 'committee', filter: { alarm: id, note: 'called' } })
  await running.stop()
  running = await machine.start()
  base = baseOf(running)
  await until(async () => (await alarm())?.active === true)
  expect((await alarm())?.ackedBy).toBe('committee')
})

it('lets only an administrator make and revoke displays', async () => {
  const make = async (role: keyof typeof cookies) =>
    (await post(base, '/api/v1/displays', { name: 'x' }, { cookie: cookies[role] })).status
  for (const role of ['wall', 'officer', 'committee', 'director', 'analyst'] as const)
    expect(await make(role)).toBe(403)
  expect(await make('administrator')).toBe(200)
})

it('takes playlists from an administrator only, names what is wrong, and sends them to walls that run', async () => {
  const { version, playlists } = (await (
    await get('/api/v1/playlists', cookies.administrator)
  ).json()) as PlaylistsState
  const [main] = playlists
  const send = (role: keyof typeof cookies, body: unknown) =>
    post(base, '/api/v1/playlists', body, { cookie: cookies[role] })
  for (const role of ['wall', 'officer', 'committee', 'director', 'analyst'] as const)
    expect((await send(role, { version, playlists })).status).toBe(403)
  const bad = await send('administrator', {
    version,
    playlists: [{ ...main, scenes: [{ scene: 'map', dwell: 1 }] }],
  })
  expect([bad.status, await bad.json()]).toMatchObject([
    400,
    { error: { message: expect.stringContaining('body.playlists.0.scenes.0.dwell') as string } },
  ])
  const socket = socketOf(base, cookies.wall, base)
  let held: Held | undefined
  socket.on('snapshot', (m: Snapshot) => (held = onSnapshot(held, m)))
  socket.on('delta', (m: Delta) => (held = onDelta(held, m).held))
  await connected(socket)
  socket.emit('subscribe', { topics: ['playlists'] })
  await until(() => held !== undefined)
  const changed = [{ ...main!, title: 'Hội trường' }]
  expect((await send('administrator', { version, playlists: changed })).status).toBe(200)
  await until(() => (held?.state as unknown as PlaylistsState | undefined)?.version === version + 1, 5_000)
  expect(held?.state).toEqual({ version: version + 1, playlists: changed })
  expect((await send('administrator', { version, playlists })).status).toBe(409)
  socket.close()
})

it('refuses foreign sites, wrong passwords and too many tries', async () => {
  const foreign = await post(
    base,
    '/api/v1/sign-out',
    {},
    { cookie: cookies.committee, origin: 'https://evil.example' },
  )
  expect(foreign.status).toBe(403)
  const wrong = await post(base, '/api/v1/sign-in', { name: 'nobody', password: 'x' })
  expect(wrong.status).toBe(401)
  const statuses: number[] = []
  for (let i = 0; i < 20; i++)
    statuses.push((await post(base, '/api/v1/display', { token: `guess-${i}-of-a-long-token` })).status)
  expect(statuses).toEqual([...Array<number>(19).fill(401), 429])
})

it('keeps sessions over a restart, under a new epoch', async () => {
  const epoch = async () =>
    ((await (await get('/api/v1/topics/nation', cookies.analyst)).json()) as Snapshot).epoch
  const before = await epoch()
  await running.stop()
  running = await machine.start()
  base = baseOf(running)
  await until(async () => (await get('/api/v1/topics/nation', cookies.analyst)).status === 200)
  expect(await epoch()).not.toBe(before)
})

it('weighs no more guesses at a password than it allows, also when they come at once; right ones do not count', async () => {
  const made = await post(
    base,
    '/api/v1/accounts',
    { name: 'lan', role: 'committee', way: 'password' },
    { cookie: cookies.administrator },
  )
  const { password } = (await made.json()) as { password: string }
  const tries = async (n: number, guess: string) => {
    const signIn = () => post(base, '/api/v1/sign-in', { name: 'lan', password: guess })
    const statuses = (await Promise.all(Array.from({ length: n }, signIn))).map((answer) => answer.status)
    return statuses.toSorted((a, b) => a - b)
  }
  expect(await tries(3, password)).toEqual([200, 200, 200])
  expect(await tries(30, 'guess')).toEqual([...Array<number>(20).fill(401), ...Array<number>(10).fill(429)])
  expect(await tries(1, password)).toEqual([429])
})
