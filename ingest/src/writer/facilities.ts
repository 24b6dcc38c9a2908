import { query, VOID_HASH, type Warehouse } from '@mcc/warehouse'
import { z } from 'zod'
import type { Line } from '../queue/batch.js'

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

/** Adds the facilities that a batch registers. All batches of a group are asked first: their order is nobody's promise. */
export function register(lines: readonly Line[], known: Set<string>): void {
  for (const { entry } of lines)
    if (entry.key.startsWith('facility|') && entry.hash !== VOID_HASH) known.add(idOf(entry.key))
}
const idOf = (key: string): string => key.slice(key.indexOf('|', key.indexOf('|') + 1) + 1)

/** Parts the lines whose facility is registered from those that must wait in quarantine. */
export function partByFacility(
  lines: readonly Line[],
  known: ReadonlySet<string>,
): { countable: Line[]; unregistered: Line[] } {
  const countable: Line[] = []
  const unregistered: Line[] = []
  for (const line of lines) (line.needs === '' || known.has(line.needs) ? countable : unregistered).push(line)
  return { countable, unregistered }
}
