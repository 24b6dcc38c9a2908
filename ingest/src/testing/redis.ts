import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@mcc/warehouse'
import { Redis } from 'ioredis'

export interface TestRedis {
  url: string
  pid: number
  /** `kill -9`, as a crash. */
  kill(): Promise<void>
  /** SIGSTOP and SIGCONT: frozen, not dead. */
  freeze(): void
  thaw(): void
  /** Starts again on the same data and port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A real Redis on a free port with its data in a temporary directory, on disk before it answers, as in production. */
export async function startRedis(): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'mcc-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
    '--maxmemory-policy',
    'noeviction',
    '--save',
    '',
  ]
  const launch = async () => {
    const child = spawn('redis-server', args, { stdio: 'ignore' })
    const probe = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 30 })
    probe.on('error', () => undefined)
    await probe.ping()
    probe.disconnect()
    return child
  }
  let child = await launch()
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const end = once(child, 'exit')
    child.kill(signal)
    await end
  }
  return {
    url,
    get pid() {
      return child.pid!
    },
    kill: () => kill('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async restart() {
      child = await launch()
    },
    async stop() {
      child.kill('SIGCONT')
      await kill('SIGTERM')
      await rm(dir, { recursive: true, force: true })
    },
  }
}
