import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '@mcc/warehouse'
import { Redis } from 'ioredis'
import { endProcess, startNode } from './processes.js'

export interface BenchRedis {
  url: string
  /** Of redis-server itself. */
  pid: number
  client: Redis
  stop(): Promise<void>
}

/** The queue as the supervisor runs it: on disk before it answers. */
export async function startRedis(data: string): Promise<BenchRedis> {
  const dir = join(data, 'redis')
  await mkdir(dir, { recursive: true })
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--appendonly', 'yes']
  const safe = [
    '--appendfsync',
    'always',
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
    '--logfile',
    join(dir, 'redis.log'),
  ]
  const guard = startNode('ops/guard.mjs', ['redis-server', ...args, ...safe], {})
  const pid = await new Promise<number>((resolve, reject) => {
    guard.once('message', (m) => resolve((m as { pid: number }).pid))
    guard.once('exit', () => reject(new Error('redis-server does not start')))
  })
  const url = `redis://127.0.0.1:${port}`
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  client.on('error', () => undefined)
  await client.ping()
  return {
    url,
    pid,
    client,
    async stop() {
      client.disconnect()
      await endProcess(guard)
    },
  }
}
