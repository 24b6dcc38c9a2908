import { setTimeout as sleep } from 'node:timers/promises'
import { checkEvent, groupBy, REJECTIONS } from '@mcc/contract'
import type { HeldRecord } from '@mcc/warehouse'
import type { Logger } from 'pino'
import { type Batch, type Line, lineOf, type RefusedLine } from '../queue/batch.js'
import type { Delivery } from './work.js'

/** What the contract says of a kept body now; `now` is the moment that nothing may lie after. */
function checked(record: HeldRecord, exercise: boolean, now: number) {
  try {
    return checkEvent(JSON.parse(record.body), { now, exercise, source: record.source })
  } catch {
    const rejection = { path: '', code: 'not_json' as const, message: REJECTIONS.not_json }
    return { ok: false as const, rejections: [rejection] }
  }
}

function batchOf(batch: string, records: readonly HeldRecord[], exercise: boolean, now: number): Batch {
  const lines: Line[] = []
  const refused: RefusedLine[] = []
  for (const record of records) {
    const { line, type, body } = record
    const result = checked(record, exercise, now)
    if (result.ok) lines.push(lineOf(line, result.event))
    else refused.push({ line, type, body, ...result.rejections[0]! })
  }
  const { source, receivedAt } = records[0]!
  return { batch, source, receivedAt, lines, refused }
}

/**
 * Records on their way out of quarantine, as deliveries of the batches they came with: checked again against the contract
 * here and against the facility register like any other, counted as what may have been counted before (a release that was
 * cut off is simply repeated), and back into quarantine with the new reason when they are still bad.
 * They are not received again: the account of their batch stays, and their own line says what they became.
 */
export const releases = (records: readonly HeldRecord[], exercise: boolean, now: number): Delivery[] =>
  [...groupBy(records, (r) => r.batch)].map(([batch, of]) => ({
    job: batchOf(batch, of, exercise, now),
    again: true,
    release: new Map(of.map((r) => [r.line, r])),
  }))

const EVERY_MS = 2_000

/** Releases what is to be released again and again until it is ended; what fails is tried again. */
export function keepReleasing(act: () => Promise<void>, log: Logger): () => Promise<void> {
  const ending = new AbortController()
  const { signal } = ending
  async function run(): Promise<void> {
    while (!signal.aborted) {
      await act().catch((error: unknown) => log.warn({ err: error }, 'releases wait'))
      await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }
  const running = run()
  return () => {
    ending.abort()
    return running
  }
}
