import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QUEUE_NAME } from '@mcc/contract'
import { freePort } from '@mcc/warehouse'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const runFile = z.object({
  supervisor: z.number(),
  clickhouseUrl: z.string(),
  redisUrl: z.string(),
  children: z.record(z.string(), z.object({ pid: z.number(), restarts: z.number() })),
})
export type Service = 'engine' | 'redis' | 'gateway' | 'writer' | 'aggregator'

/** The whole machine as `npm run demo` or `npm start` runs it, on ports and a directory of its own. */
export interface Station {
  readonly data: string
  readonly url: string
  readonly gateway: string
  readonly printed: () => string
  /** Resolves when the command has printed `text`; rejects when it ends before. */
  says(text: string, timeoutMs: number): Promise<void>
  /** Resolves when nothing accepted waits to be counted, as the queue says. */
  counted(timeoutMs: number): Promise<void>
  run(): z.infer<typeof runFile>
  /** `kill -9` or another signal to one service; the supervisor starts a dead one again. */
  signal(service: Service, signal: NodeJS.Signals): void
  secret(name: string): string
  link(name: 'enter' | 'display' | 'analyst' | 'director'): string
  /** What the replay says it sent, last revisions counted by plain code. */
  ledger(): Ledger
  /** A statement to the engine, past everything else; rows as objects, none of what answers nothing. */
  sql(statement: string): Promise<Record<string, number | string>[]>
  /** Ends it; takes its data away unless they are kept. */
  stop(keep?: 'keep'): Promise<number | null>
}

const doses = z.object({ doses: z.number(), atLeastOne: z.number(), completed: z.number() })
const ledgerFile = z.object({
  nation: doses,
  units: z.record(z.string(), doses),
  days: z.record(z.string(), z.number()),
  products: z.record(z.string(), z.object({ received: z.number(), used: z.number(), left: z.number() })),
  aefi: z.object({ cases: z.number(), serious: z.number(), deaths: z.number() }),
})
export type Ledger = z.infer<typeof ledgerFile>

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** A free port whose next one is free too: a demo's gateway listens there. */
async function freePair(): Promise<number> {
  for (;;) {
    const port = await freePort()
    const next = createServer().listen(port + 1, '127.0.0.1')
    const free = await once(next, 'listening').then(
      () => true,
      () => false,
    )
    next.close()
    if (free) return port
  }
}

/** Starts `command` ("demo" or "start") with arguments, on `data` or an empty place; resolves when it has printed its links. */
export async function startStation(
  command: 'demo' | 'start',
  args: string[] = [],
  data = mkdtempSync(join(tmpdir(), 'mcc-e2e-')),
): Promise<Station> {
  const port = await freePair()
  const ingest = port + 1
  const extra = command === 'demo' ? ['--port', String(port), ...args] : args
  const child = spawn(process.execPath, [join(root, `ops/dist/${command}/main.js`), ...extra], {
    cwd: root,
    env: { ...process.env, MCC_DATA: data, PORT: String(port), INGEST_PORT: String(ingest) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()))
  child.stderr.on('data', (part: Buffer) => (printed += part.toString()))
  const station = describeStation(child, data, port, ingest, () => printed)
  await station.says('/wall/', 120_000)
  return station
}

function describeStation(
  child: ChildProcess,
  data: string,
  port: number,
  ingest: number,
  printed: () => string,
): Station {
  const url = `http://127.0.0.1:${port}`
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null
  const secret = (name: string): string => readFileSync(join(data, 'secrets', name), 'utf8').trim()
  const run = (): z.infer<typeof runFile> => runFile.parse(readJson(join(data, 'run.json')))
  return {
    data,
    url,
    gateway: `http://127.0.0.1:${ingest}`,
    printed,
    run,
    secret,
    async says(text, timeoutMs) {
      const limit = performance.now() + timeoutMs
      while (!printed().includes(text)) {
        if (ended()) throw new Error(`ended before it said «${text}»:\n${printed()}`)
        if (performance.now() > limit)
          throw new Error(`did not say «${text}» in time:\n${printed().slice(-2_000)}`)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    async counted(timeoutMs) {
      const redis = new Redis(run().redisUrl, { maxRetriesPerRequest: null })
      const queue = new Queue(QUEUE_NAME, { connection: redis })
      const limit = performance.now() + timeoutMs
      try {
        while ((await queue.getJobCountByTypes('waiting', 'active', 'delayed')) > 0) {
          if (performance.now() > limit) throw new Error('records still wait to be counted')
          await new Promise((resolve) => setTimeout(resolve, 200))
        }
      } finally {
        await queue.close()
        redis.disconnect()
      }
    },
    signal: (service, signal) => void process.kill(run().children[service]!.pid, signal),
    link(name) {
      const path = z.record(z.string(), z.string()).parse(readJson(join(data, 'secrets', 'first-run.json')))[
        name
      ]!
      // A wall under test keeps its first scene: it neither rotates nor makes way for the alarm board.
      return url + (name === 'display' ? path.replace('#', '?hold=yes#') : path)
    },
    ledger: () => ledgerFile.parse(readJson(join(data, 'replay', 'ledger.json'))),
    async sql(statement) {
      const answer = await fetch(run().clickhouseUrl, {
        method: 'POST',
        headers: { 'x-clickhouse-key': secret('stores.token') },
        body: `${statement} SETTINGS output_format_json_quote_64bit_integers=0 FORMAT JSON`,
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(text)
      return (JSON.parse(text || '{"data":[]}') as { data: Record<string, number | string>[] }).data
    },
    async stop(keep) {
      if (!ended()) {
        const end = once(child, 'exit')
        child.kill('SIGINT')
        await end
      }
      if (keep === undefined) rmSync(data, { recursive: true, force: true })
      return child.exitCode
    },
  }
}
