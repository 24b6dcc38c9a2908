import type { NationState, SystemState } from '@mcc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Running } from './server.js'
import { baseOf, enter, linksOf, until } from './testing/client.js'
import { dose, facility } from './testing/events.js'
import { type Machine, startMachine } from './testing/machine.js'

const AT = '2021-10-01T08:00:00+07:00'
const NOW = Date.parse('2021-10-01T09:00:00+07:00')
let machine: Machine
let running: Running
let base: string
let cookie: string

beforeAll(async () => {
  machine = await startMachine()
  await machine.count([facility('F1', '01', AT), dose('d1', '01', AT)], NOW)
  running = await machine.start()
  base = baseOf(running)
  cookie = await enter(base, (await linksOf(machine.directory))['administrator']!)
  await until(() => running.live.states !== undefined)
})
afterAll(async () => {
  await running.stop()
  await machine.stop()
})

const get = (path: string) => fetch(base + path, { headers: { cookie } })
const nation = async (): Promise<NationState> =>
  ((await (await get('/api/v1/topics/nation')).json()) as { state: NationState }).state

it('says within seconds that the engine is away, serves on, and recovers by itself', async () => {
  const system = async () =>
    ((await (await get('/api/v1/topics/system')).json()) as { state: SystemState }).state
  await until(async () => (await system()).engine === 'up')
  machine.engine.process.kill('SIGSTOP')
  try {
    await until(async () => (await system()).engine === 'down', 6_000)
    expect((await nation()).doses).toBe(1)
    const ready = await get('/readyz')
    expect([ready.status, ((await ready.json()) as { engine: string }).engine]).toEqual([503, 'down'])
    // no reading of the store stays open
    const asked = performance.now()
    const paths = ['/api/v1/verification', '/api/v1/facilities?province=01', '/api/v1/quarantine']
    const answers = await Promise.all(paths.map((path) => get(path)))
    expect(answers.map((a) => [a.status, a.headers.get('retry-after')])).toEqual(paths.map(() => [503, '2']))
    expect(performance.now() - asked).toBeLessThan(9_000)
  } finally {
    machine.engine.process.kill('SIGCONT')
  }
  await until(async () => (await system()).engine === 'up')
  await machine.count([dose('d2', '79', AT)], NOW + 1)
  await until(async () => (await nation()).doses === 2)
})

it('says that the queue is away to whoever asks for the books, and to come again', async () => {
  machine.redis.child.kill('SIGSTOP')
  try {
    for (const path of ['/api/v1/accounting', '/api/v1/sources']) {
      const answer = await get(path)
      const { error } = (await answer.json()) as { error: { code: string } }
      expect([answer.status, error.code, answer.headers.get('retry-after')]).toEqual([503, 'queue_away', '2'])
    }
  } finally {
    machine.redis.child.kill('SIGCONT')
  }
  await until(async () => (await get('/api/v1/accounting')).status === 200)
})
