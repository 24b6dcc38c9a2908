import { hash } from 'node:crypto'
import { type AnyEvent, type EventType, recordKey, type UpsertEvent } from '@mcc/contract'
import { FIELDS, type Value } from './fields.js'

/**
 * The content of one ledger row as text: the values of `COLUMNS` of its type in this order, day and unit first, each
 * escaped as in the engine's TabSeparated format. It is written once, when a record is accepted, and from there on only
 * carried: through the queue, into the ledger, into the state. Tabs stand between values, ASCII's record separator between
 * rows; an escaped value holds neither, nor a line end.
 */
export type Content = string
const BETWEEN_VALUES = '\t'
export const BETWEEN_ROWS = '\x1E'

/** The content columns of each ledger. */
export const COLUMNS = Object.fromEntries(
  Object.entries(FIELDS).map(([type, fields]) => [type, Object.keys(fields)]),
) as Record<EventType, string[]>

type Readers = ((e: UpsertEvent, item: unknown) => Value)[]
const READERS = Object.fromEntries(
  Object.entries(FIELDS).map(([type, fields]) => [type, Object.values(fields)]),
) as unknown as Record<EventType, Readers>

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const SPECIAL = /[\\\x00-\x1F]/
const ALL_SPECIAL = new RegExp(SPECIAL, 'g')
const escape = (c: string): string =>
  c === '\\' ? '\\\\' : `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`
// nearly no text has any
const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(ALL_SPECIAL, escape) : text)

function valueText(value: Value): string {
  if (typeof value === 'string') return escaped(value)
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  return `[${value.map((v) => `'${escaped(v).replaceAll("'", "\\'")}'`).join(',')}]`
}

/** The content of one row from its values. */
export const contentFrom = (values: readonly Value[]): Content => values.map(valueText).join(BETWEEN_VALUES)

/** The ledger rows (without keys, signs and known times) that a record stands for: one, or one for each line of a decision. */
function contentsOf(e: UpsertEvent): Content[] {
  const items: readonly unknown[] = e.type === 'decision' ? e.lines : [undefined]
  return items.map((item) => contentFrom(READERS[e.type].map((read) => read(e, item))))
}

const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(?:x([0-9a-f]{2})|([\\']))/g, (_all, hex: string | undefined, itself: string) =>
        hex === undefined ? itself : String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text

const LISTS: ReadonlySet<string> = new Set(['reactions', 'seriousness'])
const itemsOf = (list: string): string[] =>
  [...list.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, item]) => unescaped(item!))

/** The values of a row by column: texts, lists of texts, null where it has none. */
export const valuesOf = (type: EventType, content: Content): Record<string, string | string[] | null> =>
  Object.fromEntries(
    content.split(BETWEEN_VALUES).map((text, i) => {
      const column = COLUMNS[type][i]!
      return [column, text === '\\N' ? null : LISTS.has(column) ? itemsOf(text) : unescaped(text)]
    }),
  )

/** Day (YYYY-MM-DD) and unit of a row as they stand at the beginning of its content. */
export type Place = string

export const placeOf = (content: Content): Place =>
  content.slice(0, content.indexOf(BETWEEN_VALUES, content.indexOf(BETWEEN_VALUES) + 1))

export function dayAndUnit(place: Place): { day: string; unit: string } {
  const end = place.indexOf(BETWEEN_VALUES)
  return { day: place.slice(0, end), unit: place.slice(end + 1) }
}

/** The type's ledger table. */
export const ledgerOf = (type: EventType): string => `${type}_ledger`

/** Hash of a record's rows; records with the same hash count the same. */
export const hashOf = (rows: string): string => hash('sha256', rows).slice(0, 16)

export const VOID_HASH = 'void'

/** A record as it is counted: its name, its revision, and the rows it stands for; none when it is taken back. */
export interface Entry {
  key: string
  rev: number
  /** Hash of `rows`, or `VOID_HASH`. */
  hash: string
  /** Its contents with `BETWEEN_ROWS` between them. */
  rows: string
}

/** The entry of an event that the contract has accepted. */
export function entryOf(event: AnyEvent): Entry {
  const key = recordKey(event)
  if (event.op === 'void') return { key, rev: event.rev, hash: VOID_HASH, rows: '' }
  const rows = contentsOf(event).join(BETWEEN_ROWS)
  return { key, rev: event.rev, hash: hashOf(rows), rows }
}

/** The type of the record that a key names. */
export const typeOfKey = (key: string): EventType => key.slice(0, key.indexOf('|')) as EventType
