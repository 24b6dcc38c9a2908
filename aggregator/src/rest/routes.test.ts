import { type Caller, DEFAULT_PLAYLISTS, NEEDS, type SceneId, TOPICS } from '@mcc/contract'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { admits, needOfTopic } from '../access/topic-needs.js'
import { makeApp } from './app.js'
import { openApi } from './openapi.js'
import type { RestParts } from './parts.js'
import type { Gate } from './register.js'
import { route } from './route.js'
import { routesOf } from './routes.js'

/** Routes are declared without anything behind them; none of them is called here. */
const nothing = {} as RestParts
const routes = routesOf(nothing, () => false)
const gate = { origins: [], now: () => 0, log: pino({ level: 'silent' }) } as unknown as Gate
const app = makeApp({ gate, routes, dashboard: '/nowhere', trustProxy: 0 })

interface Layer {
  name: string
  route?: { path: string; methods: Record<string, boolean> }
}
const layers = (app.router as unknown as { stack: Layer[] }).stack

it('serves no route that has no declared need', () => {
  const served = layers.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((m) => `${m} ${route.path}`) : [],
  )
  expect(served.toSorted()).toEqual(routes.map((r) => `${r.method} ${r.path}`).toSorted())
  for (const r of routes) expect(NEEDS).toContain(r.need)
  // the rest are headers, the dashboard's files, and the answers to what is not there
  expect(layers.filter((l) => !l.route).map((l) => l.name)).toEqual([
    'helmetMiddleware',
    '<anonymous>',
    '<anonymous>',
    'serveStatic',
    'serveStatic',
    '<anonymous>',
    '<anonymous>',
    '<anonymous>',
  ])
})

it('asks nothing only of the ways in, of health, and of the description', () => {
  expect(
    routes
      .filter((r) => r.need === 'public')
      .map((r) => r.path)
      .toSorted(),
  ).toEqual([
    '/api/openapi.json',
    '/api/v1/display',
    '/api/v1/me',
    '/api/v1/sign-in',
    '/enter',
    '/livez',
    '/metrics',
    '/readyz',
  ])
})

it('lets no reading stay open, those that may be of the past or read all there is a while longer', async () => {
  const long = routes.filter((r) => r.readMs !== undefined).map((r) => r.path)
  expect(long.toSorted()).toEqual([
    '/api/v1/audit',
    '/api/v1/provinces',
    '/api/v1/restatements',
    '/api/v1/series',
    '/api/v1/timeliness',
    '/api/v1/topics/:topic',
  ])
  const never = route({
    method: 'get',
    path: '/never',
    summary: '',
    need: 'public',
    readMs: 50,
    handle: () => new Promise<void>(() => undefined),
  })
  const identities = { of: async () => undefined }
  const open = { ...gate, identities } as unknown as Gate
  const server = createServer(makeApp({ gate: open, routes: [never], dashboard: '/nowhere', trustProxy: 0 }))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/never`)
  server.close()
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
    503,
    '2',
    { error: { code: 'too_slow', message: 'there was no answer in time; try again' } },
  ])
})

it('asks something of every topic, and lets nobody in unasked', () => {
  const committee: Caller = { name: 'c', role: 'committee' }
  for (const topic of TOPICS) {
    expect(needOfTopic(topic)).not.toBe('public')
    expect(admits(undefined, topic, DEFAULT_PLAYLISTS)).toEqual({ ok: false, code: 'not_allowed' })
    expect(admits(committee, topic, DEFAULT_PLAYLISTS)).toEqual({ ok: true, topic })
  }
  for (const name of ['topic nation', 'province:99', 'slow', '', null, {}])
    expect(admits(committee, name, DEFAULT_PLAYLISTS)).toEqual({ ok: false, code: 'no_such_topic' })
})

it('lets a wall hear what the scenes that its playlist shows need, and nothing else', () => {
  const of = (playlist: string, ...scenes: [SceneId, boolean][]) => {
    const listed = scenes.map(([scene, shown]) => ({ scene, dwell: 20, shown }))
    const playlists = [...DEFAULT_PLAYLISTS, { ...DEFAULT_PLAYLISTS[0]!, id: 'hall', scenes: listed }]
    const wall: Caller = { name: 'w', role: 'wall', playlist }
    return TOPICS.filter((topic) => admits(wall, topic, playlists).ok)
  }
  const always = ['nation', 'alarms', 'system', 'playlists']
  expect(of('hall', ['map', true], ['aefi', false])).toEqual(always)
  expect(of('hall', ['map', true], ['aefi', true])).toEqual([
    'nation',
    'alarms',
    'aefi',
    'system',
    'playlists',
  ])
  expect(of('main', ['map', true])).toEqual(['nation', 'alarms', 'allocation', 'aefi', 'system', 'playlists'])
  // its playlist is no more
  expect(of('gone', ['aefi', true])).toEqual(always)
})

it('describes every route with what it asks', () => {
  const description = openApi(routes) as { openapi: string; paths: Record<string, Record<string, unknown>> }
  expect(description.openapi).toBe('3.1.0')
  for (const r of routes) {
    const path = r.path.replaceAll(/:(\w+)/g, '{$1}')
    expect(description.paths[path]?.[r.method]).toMatchObject({ 'x-need': r.need })
  }
  const cases = description.paths['/api/v1/aefi/cases']!['get'] as { parameters: { name: string }[] }
  expect(cases.parameters.map((p) => p.name)).toEqual([
    'province',
    'limit',
    'sort',
    'dir',
    'purpose',
    'before',
    'product',
    'serious',
    'stage',
    'from',
    'to',
    'q',
  ])
})
