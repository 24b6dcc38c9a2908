import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WarehouseConfig } from '../connect.js'

export interface RunningEngine {
  config: WarehouseConfig
  process: ChildProcess
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })

/**
 * A free loopback TCP port; none that an outgoing connection could take before it is used (Linux: from 32768). Throws where
 * nothing may be listened on.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(20_000, 32_000)
    if (await isFree(port)) return port
  }
  throw new Error('no loopback port is free')
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/**
 * Starts the embedded engine as a child process on `dataDir` (its files lie in `dataDir/engine`), for tests, benchmarks
 * and tools; services run under the supervisor. Backups lie in `backups` (default `dataDir/backups`).
 * Resolves when it answers; throws when it ends before that.
 */
export async function startEngine(dataDir: string, port?: number, backups?: string): Promise<RunningEngine> {
  const chosen = port ?? (await freePort())
  const token = randomBytes(16).toString('hex')
  const main = join(import.meta.dirname, '../../dist/embedded/main.js')
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      MCC_DATA: dataDir,
      ENGINE_PORT: String(chosen),
      ENGINE_TOKEN: token,
      ...(backups === undefined ? {} : { ENGINE_BACKUPS: backups }),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const url = `http://127.0.0.1:${chosen}`
  for (;;) {
    if (ended(child)) throw new Error(`the engine ended at once (${child.exitCode ?? child.signalCode})`)
    const up = await fetch(`${url}/ping`).then(
      (r) => r.ok,
      () => false,
    )
    if (up) break
    await sleep(50)
  }
  return {
    config: {
      CLICKHOUSE_URL: url,
      CLICKHOUSE_USER: 'default',
      CLICKHOUSE_PASSWORD: token,
      CLICKHOUSE_DATABASE: 'mcc',
    },
    process: child,
    async stop() {
      if (ended(child)) return
      const end = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await end
    },
  }
}
