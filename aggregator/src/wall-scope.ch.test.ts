import {
  type Held,
  onDelta,
  onSnapshot,
  type Playlist,
  type PlaylistsState,
  type SceneId,
} from '@mcc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Running } from './server.js'
import {
  baseOf,
  type Client,
  connected,
  cookieFrom,
  enter,
  linksOf,
  post,
  socketOf,
  until,
} from './testing/client.js'
import { dose } from './testing/events.js'
import { type Machine, startMachine } from './testing/machine.js'

/** The token of a wall opens its own playlist, over HTTP and over the live line, and nothing that it does not show. */
let machine: Machine
let running: Running
let base: string
let admin: string
const AT = '2021-10-01T08:00:00+07:00'
const NOW = Date.parse('2021-10-01T09:00:00+07:00')

beforeAll(async () => {
  machine = await startMachine()
  await machine.count([dose('d1', '01', AT)], NOW)
  running = await machine.start()
  base = baseOf(running)
  admin = await enter(base, (await linksOf(machine.directory))['administrator']!)
  await until(() => running.live.states !== undefined && running.live.settled === NOW)
  await show({ hall: ['map'], council: ['map', 'aefi'] })
})
afterAll(async () => {
  await running.stop()
  await machine.stop()
})

const get = (path: string, cookie: string) => fetch(base + path, { headers: { cookie } })

/** Puts playlists with these scenes beside `main`. */
async function show(scenesOf: Record<string, SceneId[]>): Promise<void> {
  const now = (await (await get('/api/v1/playlists', admin)).json()) as PlaylistsState
  const made = Object.entries(scenesOf).map(([id, scenes]): Playlist => {
    const listed = scenes.map((scene) => ({ scene, dwell: 20, shown: true }))
    return { id, title: `Of the ${id}`, preempt: true, scenes: listed }
  })
  const playlists = [now.playlists.find((p) => p.id === 'main')!, ...made]
  const answer = await post(base, '/api/v1/playlists', { version: now.version, playlists }, { cookie: admin })
  expect(answer.status).toBe(200)
}

async function letIn(playlist: string): Promise<string> {
  const made = await post(base, '/api/v1/displays', { name: playlist, playlist }, { cookie: admin })
  const { token } = (await made.json()) as { token: string }
  return cookieFrom(await post(base, '/api/v1/display', { token }))
}

/** A wall's live line: everything it was sent, what it holds, and what it was refused. */
async function lineOf(cookie: string) {
  const socket: Client = socketOf(base, cookie, base)
  const held = new Map<string, Held>()
  const said: string[] = []
  const refused: string[] = []
  socket.onAny((_name: string, message: unknown) => said.push(JSON.stringify(message)))
  socket.on('snapshot', (m) => held.set(m.topic, onSnapshot(held.get(m.topic), m)))
  socket.on('delta', (m) => {
    const next = onDelta(held.get(m.topic), m)
    if (next.held) held.set(m.topic, next.held)
    if (next.resync) socket.emit('resync', { topic: m.topic })
  })
  socket.on('refused', ({ topic, code }) => refused.push(`${topic} ${code}`))
  await connected(socket)
  return {
    socket,
    said: () => said.join('\n'),
    refused,
    topics: () => [...held.keys()].toSorted(),
    seq: (topic: string) => held.get(topic)?.seq ?? 0,
    playlists: () => (held.get('playlists')?.state as PlaylistsState | undefined)?.playlists ?? [],
  }
}
const EVERYTHING = ['nation', 'alarms', 'system', 'playlists', 'aefi', 'allocation', 'province:01']

it('gives a token over HTTP what the scenes of its playlist need, and refuses the rest', async () => {
  const [hall, council] = [await letIn('hall'), await letIn('council')]
  const statuses = async (cookie: string) => {
    const asked = EVERYTHING.map(async (t) => [t, (await get(`/api/v1/topics/${t}`, cookie)).status] as const)
    return Object.fromEntries(await Promise.all(asked))
  }
  const needed = { nation: 200, alarms: 200, system: 200, playlists: 200 }
  expect(await statuses(hall)).toEqual({ ...needed, aefi: 403, allocation: 403, 'province:01': 403 })
  expect(await statuses(council)).toEqual({ ...needed, aefi: 200, allocation: 403, 'province:01': 403 })
  const past = `?at=${encodeURIComponent(AT)}`
  expect((await get(`/api/v1/topics/aefi${past}`, hall)).status).toBe(403)
  expect((await get(`/api/v1/topics/aefi${past}`, council)).status).toBe(200)
  const { state } = (await (await get('/api/v1/topics/playlists', hall)).json()) as { state: PlaylistsState }
  expect(state.playlists.map((p) => p.id)).toEqual(['hall'])
  for (const path of [
    'playlists',
    'provinces',
    'series',
    'accounting',
    'incidents',
    'verification',
    'displays',
  ])
    expect([path, (await get(`/api/v1/${path}`, hall)).status]).toEqual([path, 403])
})

it('tells a wall over its line of its own playlist only, also when another one is edited', async () => {
  const line = await lineOf(await letIn('hall'))
  line.socket.emit('subscribe', { topics: EVERYTHING })
  await until(() => line.topics().length === 4 && line.refused.length === 3)
  expect(line.topics()).toEqual(['alarms', 'nation', 'playlists', 'system'])
  expect(line.refused).toEqual(['aefi', 'allocation', 'province:01'].map((t) => `${t} not_allowed`))
  const before = line.seq('playlists')
  await show({ hall: ['map', 'leaders'], council: ['aefi', 'quality'] })
  await until(() => line.playlists()[0]?.scenes.length === 2)
  expect(line.seq('playlists')).toBeGreaterThan(before)
  // what only moves the time reaches it as a delta, with nothing of the others
  await machine.count([dose('d2', '79', AT)], NOW + 1)
  const moved = line.seq('playlists')
  await until(() => line.seq('playlists') > moved)
  expect(line.playlists().map((p) => p.id)).toEqual(['hall'])
  expect(line.said()).not.toMatch(/council|main/)
  line.socket.close()
})

it('takes a topic from a wall whose playlist no longer shows it, and gives it back', async () => {
  await show({ council: ['map', 'aefi'] })
  const line = await lineOf(await letIn('council'))
  line.socket.emit('subscribe', { topics: ['nation', 'playlists', 'aefi'] })
  await until(() => line.topics().includes('aefi'))
  await show({ council: ['map'] })
  await until(() => line.refused.includes('aefi not_allowed'))
  const [aefi, nation] = [line.seq('aefi'), line.seq('nation')]
  await machine.count([dose('d3', '79', AT)], NOW + 2)
  await until(() => line.seq('nation') > nation)
  line.socket.emit('resync', { topic: 'aefi' })
  await until(() => line.refused.length === 2)
  expect(line.seq('aefi')).toBe(aefi)
  await show({ council: ['aefi'] })
  await until(() => line.playlists()[0]?.scenes[0]?.scene === 'aefi')
  line.socket.emit('subscribe', { topics: ['aefi'] })
  await until(() => line.seq('aefi') > aefi)
  // its playlist taken away altogether
  await show({})
  await until(() => line.playlists().length === 0)
  expect(line.socket.connected).toBe(true)
  line.socket.close()
})
