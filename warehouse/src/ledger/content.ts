import { createHash } from 'node:crypto'
import type { EventType, UpsertEvent } from '@mcc/contract'
import { FIELDS, type Value } from './fields.js'

/** Values of one ledger row that come from the record itself, in the order of `COLUMNS` of its type; day and unit first. */
export type Content = Value[]

/** The content columns of each ledger. */
export const COLUMNS = Object.fromEntries(
  Object.entries(FIELDS).map(([type, fields]) => [type, Object.keys(fields)]),
) as Record<EventType, string[]>

type Readers = ((e: UpsertEvent, item: unknown) => Value)[]
const READERS = Object.fromEntries(
  Object.entries(FIELDS).map(([type, fields]) => [type, Object.values(fields)]),
) as unknown as Record<EventType, Readers>

/** The ledger rows (without keys, signs and known times) that a record stands for: one, or one for each line of a decision. */
export function contentOf(e: UpsertEvent): Content[] {
  const items: readonly unknown[] = e.type === 'decision' ? e.lines : [undefined]
  return items.map((item) => READERS[e.type].map((read) => read(e, item)))
}

/** The type's ledger table. */
export const ledgerOf = (type: EventType): string => `${type}_ledger`

/** Hash of a record's rows as JSON text; records with the same hash count the same. */
export const hashOf = (rows: string): string => createHash('sha256').update(rows).digest('hex').slice(0, 16)
