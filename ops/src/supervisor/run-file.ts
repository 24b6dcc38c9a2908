import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const childRun = z.object({ pid: z.int(), started: z.string(), restarts: z.int() })

/** `MCC_DATA/run.json`: what runs now, for tests, tools and the next start. `guard` is the keeper of a foreign program. */
const runFile = z.object({
  supervisor: z.int(),
  ports: z.object({ dashboard: z.int(), ingest: z.int(), writer: z.int(), engine: z.int(), redis: z.int() }),
  clickhouseUrl: z.string(),
  redisUrl: z.string(),
  children: z.record(z.string(), childRun),
})
export type RunFile = z.infer<typeof runFile>
export type ChildRun = z.infer<typeof childRun>

const fileOf = (data: string) => join(data, 'run.json')

/** The run file of a data directory; `undefined` when there is none, or it cannot be read. */
export function readRunFile(data: string): RunFile | undefined {
  try {
    return runFile.parse(JSON.parse(readFileSync(fileOf(data), 'utf8')))
  } catch {
    return undefined
  }
}

/** Replaces the run file whole, readable by its owner only: the Redis URL carries the password. */
export function writeRunFile(data: string, run: RunFile): void {
  const file = fileOf(data)
  writeFileSync(`${file}.new`, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
