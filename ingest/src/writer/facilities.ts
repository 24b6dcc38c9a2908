import { query, type Warehouse } from '@mcc/warehouse'
import { z } from 'zod'
import type { BatchJob } from '../queue/batch.js'

const registered = query({
  name: 'registered-facilities',
  sql: `SELECT DISTINCT id FROM facility_ledger`,
  params: z.object({}),
  row: z.object({ id: z.string() }),
})

/** The facilities ever registered; a facility that was closed or taken back still has its past doses. */
export async function readFacilities(w: Warehouse): Promise<Set<string>> {
  return new Set((await registered(w, {})).map((r) => r.id))
}

export type Line = BatchJob['events'][number]

/** Adds the facilities that a batch registers. All batches of a group are asked first: their order is nobody's promise. */
export function register(lines: readonly Line[], known: Set<string>): void {
  for (const { event } of lines) if (event.op === 'upsert' && event.type === 'facility') known.add(event.id)
}

/** Parts the lines whose facility is registered from those that must wait in quarantine. */
export function partByFacility(
  lines: readonly Line[],
  known: ReadonlySet<string>,
): { countable: Line[]; unregistered: Line[] } {
  const countable: Line[] = []
  const unregistered: Line[] = []
  for (const line of lines) {
    const { event } = line
    const needs =
      event.op === 'upsert' && (event.type === 'dose' || event.type === 'session')
        ? event.facility
        : undefined
    ;(needs === undefined || known.has(needs) ? countable : unregistered).push(line)
  }
  return { countable, unregistered }
}
