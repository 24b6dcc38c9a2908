import type { EventType } from '@mcc/contract'
import { UNKNOWN_UNIT } from '@mcc/contract'
import { BETWEEN_ROWS, type Entry, typeOfKey, valuesOf, VOID_HASH } from './content.js'
import { utc } from './utc.js'

type Event = Record<string, unknown>

const instant = (text: string): string => `${text.replace(' ', 'T')}Z`

const reading = (read: (text: string) => unknown, columns: string) =>
  Object.fromEntries(columns.split(' ').map((column) => [column, read]))

/** How a value is read that is not text in the record too. */
const READ: Readonly<Record<string, (text: string) => unknown>> = {
  ...reading(instant, 'occurred_at recorded_at signed_at vaccinated_at notified_at settled_at'),
  ...reading(Number, 'birth_year priority_group dose_no round doses people planned_doses teams'),
  ...reading(Number, 'lat lon capacity_per_day dose1 dose2 dose3 total allocated_planned'),
  ...reading(Number, 'allocated_received population population18 points'),
  ...reading(JSON.parse, 'grades causality'),
  open: (text) => text === '1',
  residence: (text) => (text === UNKNOWN_UNIT ? undefined : text),
}

/** Fields that are named otherwise than their column in camel case. */
const RENAMED: Readonly<Record<string, string>> = {
  unit: 'province',
  residence: 'residenceProvince',
  from_holder: 'from',
  to_holder: 'to',
  grades: 'anaphylaxisGrades',
}
const fieldOf = (column: string): string =>
  RENAMED[column] ?? column.replaceAll(/_(\w)/g, (_all, c: string) => c.toUpperCase())

/** What the ledger adds of itself: the day where it is cut from a time, the unit where the record names none. */
const ADDED: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  session: [],
  tally: [],
  lot: ['day', 'unit'],
}

/** The fields of a record from a row of its ledger; what the record left out stands there as null or as no text. */
function fieldsOf(type: EventType, row: string): Event {
  const added = ADDED[type] ?? ['day']
  const values = Object.entries(valuesOf(type, row)).filter(([column]) => !added.includes(column))
  return Object.fromEntries(
    values.flatMap(([column, value]) => {
      if (value === null || value === '') return []
      const read = typeof value === 'string' ? READ[column] : undefined
      const field = read ? read(value as string) : value
      return field === undefined ? [] : [[fieldOf(column), field]]
    }),
  )
}

function contentFrom(type: EventType, rows: string): Event {
  const fields = rows.split(BETWEEN_ROWS).map((row) => fieldsOf(type, row))
  if (type !== 'decision') return fields[0]!
  const { province: _recipient, product: _product, doses: _doses, ...decision } = fields[0]!
  return {
    ...decision,
    lines: fields.map(({ province, product, doses }) => ({ recipient: province, product, doses })),
  }
}

/**
 * The event of a record again, from what would be counted of it: what waits in quarantine is kept as an event, so that a
 * person can read it and the contract can check it anew. Instants come in UTC, to the millisecond; those of a voiding,
 * which the ledger does not keep, are `receivedAt`.
 */
export function eventFrom({ key, rev, hash, rows }: Entry, exercise: boolean, receivedAt: number): Event {
  const type = typeOfKey(key)
  const [, source, id] = key.split('|')
  const received = instant(utc(receivedAt))
  return {
    type,
    op: hash === VOID_HASH ? 'void' : 'upsert',
    source,
    id,
    rev,
    ...(exercise && { exercise: true }),
    ...(hash === VOID_HASH ? { occurredAt: received, recordedAt: received } : contentFrom(type, rows)),
  }
}
