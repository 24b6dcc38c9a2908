import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addSource, freePort } from '@mcc/warehouse'
import { LEASH } from './leash.js'

/** A gateway as its own process, so that its memory can be watched. */
export interface GatewayProcess {
  url: string
  /** API key of its source. */
  key: string
  /** Resident memory in MB. */
  rss(): number
  alive(): boolean
  /** Has it reached Redis? */
  ready(): Promise<boolean>
  post(body: string): Promise<{ status: number; ms: number; retryAfter: string | null; body: string }>
  stop(): Promise<void>
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('the gateway ended at once')
    const up = await fetch(`${url}/livez`).then(
      (r) => r.ok,
      () => false,
    )
    if (up) return
    await sleep(50)
  }
}

/** Starts the built gateway on a free port with one source, `hanoi`. */
export async function startGateway(redisUrl: string, env: NodeJS.ProcessEnv = {}): Promise<GatewayProcess> {
  const directory = await mkdtemp(join(tmpdir(), 'mcc-gateway-'))
  const key = await addSource(directory, 'hanoi', Date.now())
  const port = await freePort()
  const child = spawn(process.execPath, [...LEASH, join(import.meta.dirname, '../../dist/gateway/main.js')], {
    env: {
      ...process.env,
      ...env,
      MCC_DATA: directory,
      INGEST_PORT: String(port),
      REDIS_URL: redisUrl,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const url = `http://127.0.0.1:${port}`
  await answering(url, child)
  return {
    url,
    key,
    rss: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1_024,
    alive: () => child.exitCode === null && child.signalCode === null,
    ready: async () => (await fetch(`${url}/readyz`)).ok,
    async post(body) {
      const started = performance.now()
      const answer = await fetch(`${url}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
        body,
      })
      const text = await answer.text()
      return {
        status: answer.status,
        ms: performance.now() - started,
        retryAfter: answer.headers.get('retry-after'),
        body: text,
      }
    },
    async stop() {
      const end = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await end
      await rm(directory, { recursive: true, force: true })
    },
  }
}
