import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../config.js'
import { redisAlive } from './health.js'
import { planOf } from './plan.js'
import { isFree } from './ports.js'
import { signal } from './process-identity.js'
import { readRunFile, writeRunFile } from './run-file.js'
import { Supervisor } from './supervisor.js'

let data = ''
let supervisor: Supervisor

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'mcc-plan-'))
  supervisor = new Supervisor({ say: () => {}, changed: () => {}, logs: join(data, 'logs') })
})
afterEach(async () => {
  await supervisor.stop()
  rmSync(data, { recursive: true, force: true })
})

const config = (env: NodeJS.ProcessEnv = {}) => readConfig({ MCC_DATA: data, ...env })
const names = (specs: readonly { name: string }[]) => specs.map((s) => s.name)
const cli = (url: string, ...args: string[]) => {
  const { port, password } = new URL(url)
  return execFileSync('redis-cli', ['--no-auth-warning', '-p', port, '-a', password, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}

describe('the plan', () => {
  it('runs its own stores unless servers are named', async () => {
    const own = await planOf(config(), {})
    expect(names(own.stores)).toEqual(['engine', 'redis'])
    expect(names(own.services)).toEqual(['gateway', 'writer', 'aggregator'])
    const servers = {
      CLICKHOUSE_URL: 'http://ch:8123',
      CLICKHOUSE_PASSWORD: 'x',
      REDIS_URL: 'redis://r:6379',
    }
    const named = await planOf(config(servers), {})
    expect(named.stores).toEqual([])
    expect(named.env).toMatchObject(servers)
  })

  it('keeps secrets and, where they are free, ports from one start to the next', async () => {
    const first = await planOf(config(), {})
    const { ports, clickhouseUrl, redisUrl } = first
    writeRunFile(data, { supervisor: process.pid, ports, clickhouseUrl, redisUrl, children: {} })
    expect(statSync(join(data, 'run.json')).mode & 0o777).toBe(0o600)
    const second = await planOf(config(), {})
    expect(second.ports).toEqual(ports)
    expect(second.redisUrl).toBe(redisUrl)
    expect(readRunFile(data)?.ports).toEqual(ports)
  })
})

describe('the queue', () => {
  it('is on disk before it answers, never evicts, asks for a password, and survives kill -9', async () => {
    const plan = await planOf(config({ CLICKHOUSE_URL: 'http://127.0.0.1:9' }), {})
    await supervisor.start(plan.stores)
    const settings = ['appendonly', 'appendfsync', 'maxmemory-policy', 'save', 'bind']
    const values = settings.map((name) => cli(plan.redisUrl, 'CONFIG', 'GET', name).split('\n')[1] ?? '')
    expect(values).toEqual(['yes', 'always', 'noeviction', '', '127.0.0.1'])
    expect(await redisAlive(plan.ports.redis, 'wrong')).toBe(false)

    expect(cli(plan.redisUrl, 'SET', 'accepted', '1')).toBe('OK')
    const [redis] = supervisor.running
    const before = redis?.run?.pid ?? 0
    signal(before, 'SIGKILL')
    await vi.waitFor(() => expect(cli(plan.redisUrl, 'GET', 'accepted')).toBe('1'), { timeout: 10_000 })
    await vi.waitFor(() => expect(redis?.run?.pid).not.toBe(before), { timeout: 10_000 })
    await supervisor.stop()
    expect(await isFree(plan.ports.redis, '127.0.0.1')).toBe(true)
  })
})
