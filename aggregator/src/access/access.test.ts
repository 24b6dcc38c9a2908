import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Accounts } from './accounts.js'
import { cookieOf } from './cookie.js'
import { DISPLAY_MS, Displays, displayStand } from './displays.js'
import { firstRun } from './first-run.js'
import { Identities } from './identity.js'
import { Links } from './links.js'
import { notForeign, ownOrigin } from './origin.js'
import { RateLimit } from './rate-limit.js'
import { ABSOLUTE_MS, IDLE_MS, Sessions } from './sessions.js'
import { digestOf } from './token.js'

let secrets: string
beforeEach(async () => {
  secrets = await mkdtemp(join(tmpdir(), 'mcc-secrets-'))
})
afterEach(() => rm(secrets, { recursive: true, force: true }))

async function parts() {
  const sessions = await Sessions.open(secrets)
  return {
    accounts: new Accounts(secrets),
    displays: new Displays(secrets),
    links: new Links(secrets),
    sessions,
  }
}

it('signs in with the right password only, and keeps no password', async () => {
  const { accounts } = await parts()
  await accounts.put({ name: 'lan', role: 'director', province: '01' }, 'đúng rồi')
  expect(await accounts.signIn('lan', 'đúng rồi')).toMatchObject({ role: 'director', province: '01' })
  expect(await accounts.signIn('lan', 'sai')).toBeUndefined()
  expect(await accounts.signIn('ai', 'đúng rồi')).toBeUndefined()
  await accounts.put({ name: 'link-only', role: 'committee' })
  expect(await accounts.signIn('link-only', '')).toBeUndefined()
  const path = join(secrets, 'accounts.json')
  expect(await readFile(path, 'utf8')).not.toContain('đúng')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('refuses to run on a damaged accounts file', async () => {
  await writeFile(join(secrets, 'accounts.json'), '{"accounts":[{"name":"x","role":"god"}]}')
  await expect(new Accounts(secrets).all()).rejects.toThrow(/accounts\.json/)
})

it('ends sessions when idle, after a day, on sign-out, and when the account is gone; a restart keeps them', async () => {
  const p = await parts()
  await p.accounts.put({ name: 'lan', role: 'committee' })
  const token = await p.sessions.start('lan', 0)
  const digest = digestOf(token)
  let now = 0
  const again = await Sessions.open(secrets)
  const identities = new Identities({ ...p, sessions: again }, () => now)
  const alive = async (): Promise<boolean> =>
    (await identities.of(`mcc_session=${token}`, false)) !== undefined
  expect(await alive()).toBe(true)
  now = IDLE_MS
  expect(await alive()).toBe(false)
  for (now = 0; now < ABSOLUTE_MS; now += IDLE_MS / 2) await again.accountOf(digest, now, true)
  now = ABSOLUTE_MS - 1
  expect(await alive()).toBe(true)
  now = ABSOLUTE_MS
  expect(await alive()).toBe(false)
  now = ABSOLUTE_MS - 1
  await p.accounts.remove('lan')
  expect(await alive()).toBe(false)
  await again.end(digest)
  expect(await (await Sessions.open(secrets)).accountOf(digest, 0, false)).toBeUndefined()
})

it('keeps one administrator, also when two are removed together; a removed account leaves nothing behind', async () => {
  const { accounts, links, sessions } = await parts()
  for (const name of ['an', 'binh']) await accounts.put({ name, role: 'administrator' })
  const both = await Promise.all([accounts.remove('an'), accounts.remove('binh')])
  expect(both).toEqual(['removed', 'last-administrator'])
  expect(await accounts.remove('an')).toBe('no-such')
  const key = await links.create('an', false, 0)
  const token = await sessions.start('an', 0)
  await links.withdraw('an', 1)
  await sessions.endOf('an')
  expect(await links.use(key, 2)).toBeUndefined()
  expect(await (await Sessions.open(secrets)).accountOf(digestOf(token), 2, false)).toBeUndefined()
})

it('loses no account and no display when several are made at once', async () => {
  const { accounts, displays } = await parts()
  const names = ['a', 'b', 'c', 'd']
  await Promise.all(names.map((name) => accounts.put({ name, role: 'committee' })))
  await Promise.all(names.map((name) => displays.create(name, 0)))
  expect((await accounts.all()).map((a) => a.name)).toEqual(names)
  expect((await displays.all()).map((d) => d.name)).toEqual(names)
})

it('lets a display in until it is revoked or runs out, as a wall', async () => {
  const p = await parts()
  let now = 0
  const identities = new Identities(p, () => now)
  const { token, display } = await p.displays.create('Hall', 0)
  const caller = async () => (await identities.of(`a=1; mcc_display=${token}`, false))?.caller
  expect(await caller()).toEqual({ name: 'Hall', role: 'wall', playlist: 'main' })
  now = DISPLAY_MS
  expect(await caller()).toBeUndefined()
  now = 0
  expect(await p.displays.revoke(display.id)).toBe(true)
  expect(await caller()).toBeUndefined()
  expect(await readFile(join(secrets, 'displays.json'), 'utf8')).not.toContain(token)
})

it('tells of the end of a display from 14 days before on', async () => {
  const { displays } = await parts()
  const { display } = await displays.create('Hall', 0)
  expect(display.playlist).toBe('main')
  const before = (ms: number) => displayStand(display, DISPLAY_MS - ms)
  const fortnight = 14 * 86_400_000
  expect([before(fortnight + 1), before(fortnight), before(1), before(0)]).toEqual([
    'good',
    'ends-soon',
    'ends-soon',
    'ended',
  ])
})

it('opens a link once on a real store, also when two try together', async () => {
  const { links } = await parts()
  const key = await links.create('admin', false, 0)
  const both = await Promise.all([links.use(key, 1), links.use(key, 1)])
  expect(both.filter((a) => a === 'admin')).toHaveLength(1)
  const shared = await links.create('analyst', true, 0)
  expect([await links.use(shared, 1), await links.use(shared, 2)]).toEqual(['analyst', 'analyst'])
  expect(await links.use('forged', 1)).toBeUndefined()
})

it('leaves links at the first start; a restart keeps them, and makes no new way into a real store', async () => {
  const p = await parts()
  const first = await firstRun(secrets, p, false, 0)
  expect(Object.keys(first)).toEqual(['enter', 'display'])
  expect(await firstRun(secrets, p, false, 1)).toEqual(first)
  expect(await p.links.use(first['enter']!.split('key=')[1]!, 2)).toBe('admin')
  expect(await firstRun(secrets, p, false, 3)).toEqual({ ...first, enter: '/' })
  expect((await stat(join(secrets, 'first-run.json'))).mode & 0o777).toBe(0o600)
})

it('gives an exercise a link for each desk, the first to who sees cases too', async () => {
  const p = await parts()
  const made = await firstRun(secrets, p, true, 0)
  expect(Object.keys(made)).toEqual([
    'enter',
    'analyst',
    'director',
    'committee',
    'officer',
    'administrator',
    'display',
  ])
  expect(await p.links.use(made['enter']!.split('key=')[1]!, 1)).toBe('analyst')
  expect((await p.accounts.find('director-01'))?.province).toBe('01')
})

it('takes only its own origin for sockets, and nothing foreign for changes', () => {
  const host = 'mcc.example:8080'
  expect(ownOrigin({ host, origin: 'https://mcc.example:8080' }, [])).toBe(true)
  expect(ownOrigin({ host, origin: 'https://evil.example' }, [])).toBe(false)
  expect(ownOrigin({ host, origin: 'null' }, [])).toBe(false)
  expect(ownOrigin({ host }, [])).toBe(false)
  expect(ownOrigin({ host, origin: 'https://proxy.example' }, ['https://proxy.example'])).toBe(true)
  expect(notForeign({ host }, [])).toBe(true)
  expect(notForeign({ host, 'sec-fetch-site': 'cross-site' }, [])).toBe(false)
  expect(notForeign({ host, origin: 'https://evil.example' }, [])).toBe(false)
})

it('counts tries in a window, and reads the first cookie of a name', () => {
  const limit = new RateLimit(2, 1_000)
  expect([limit.take('a', 0), limit.take('a', 1), limit.take('a', 2), limit.take('b', 2)]).toEqual([
    0, 0, 1, 0,
  ])
  expect(limit.take('a', 1_000)).toBe(0)
  expect(cookieOf('x=1; mcc_session=one; mcc_session=two', 'mcc_session')).toBe('one')
  expect(cookieOf(undefined, 'mcc_session')).toBeUndefined()
})
