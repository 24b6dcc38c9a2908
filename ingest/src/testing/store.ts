import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, freePort, migrate, readMigrations, startEngine } from '@mcc/warehouse'
import { type Accepted, makeAcceptance } from '../gateway/accept.js'
import { checkBatch } from '../gateway/check-batch.js'
import { failFastRedis } from '../queue/redis.js'
import { LEASH } from './leash.js'
import { startRedis } from './redis.js'

export interface WriterProcess {
  /** Its log so far. */
  said(): string
  kill(): Promise<void>
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('the writer ended at once')
    const up = await fetch(`${url}/readyz`).then(
      (r) => r.ok,
      () => false,
    )
    if (up) return
    await sleep(50)
  }
}

/** Engine, Redis and a way to accept batches, all real, on temporary directories; writers are started as processes. */
export async function startStore() {
  const directory = await mkdtemp(join(tmpdir(), 'mcc-store-'))
  const [engine, redis] = await Promise.all([startEngine(directory), startRedis()])
  const w = connect(engine.config)
  await migrate(w, await readMigrations(), { cluster: false, now: Date.now })
  const connection = failFastRedis(redis.url)
  connection.on('error', () => undefined)
  await connection.ping().catch(() => new Promise((resolve) => connection.once('ready', resolve)))
  const acceptance = makeAcceptance(connection, 500)
  return {
    w,
    redis,
    connection,
    engine,
    /** Accepts records as the gateway does, under a batch of this name. */
    accept(batch: string, source: string, inputs: unknown[], now = Date.now()): Promise<Accepted> {
      const lines = inputs.map((input, i) => ({ line: i + 1, input }))
      const checked = checkBatch(lines, (input) => input, { now, exercise: false, source })
      return acceptance.accept({
        batch,
        source,
        receivedAt: now,
        lines: checked.lines,
        refused: checked.refused,
      })
    },
    async startWriter(): Promise<WriterProcess> {
      const port = await freePort()
      const child = spawn(
        process.execPath,
        [...LEASH, join(import.meta.dirname, '../../dist/writer/main.js')],
        {
          env: {
            ...process.env,
            ...engine.config,
            WRITER_PORT: String(port),
            REDIS_URL: redis.url,
            LOG_LEVEL: 'error',
          },
          stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
        },
      )
      let said = ''
      child.stdout!.on('data', (part: Buffer) => {
        said += part.toString()
        process.stdout.write(part)
      })
      await ready(`http://127.0.0.1:${port}`, child)
      return {
        said: () => said,
        async kill() {
          const end = new Promise((resolve) => child.once('exit', resolve))
          child.kill('SIGKILL')
          await end
        },
      }
    },
    /** Rows of a statement, past everything else. */
    async rows<T>(sql: string): Promise<T[]> {
      const query = `${sql} SETTINGS output_format_json_quote_64bit_integers=0`
      return (await w.ch.query({ query, format: 'JSONEachRow' })).json<T>()
    },
    async stop(): Promise<void> {
      await acceptance.close().catch(() => undefined)
      connection.disconnect()
      await w.close()
      await engine.stop()
      await redis.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
export type Store = Awaited<ReturnType<typeof startStore>>
