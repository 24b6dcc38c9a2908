import { PROVINCE_CODES } from '@mcc/contract'
import type { Warehouse } from '@mcc/warehouse'
import { DAY, FACILITIES_PER_PROVINCE, SOURCE } from './doses.js'

/** Rows in one INSERT … SELECT. */
const CHUNK = 500_000
/** Days over which the doses filled in are spread, up to the day before `DAY`. */
const DAYS = 220

/** Content of the n-th dose as SQL over `number`, in the order of the ledger's content columns. */
const CONTENT: Record<string, string> = {
  day: `toDate('${DAY}') - 1 - number % ${DAYS}`,
  unit: `{units:Array(String)}[number % ${PROVINCE_CODES.length} + 1]`,
  occurred_at: `concat(toString(day), ' 03:00:00.000')`,
  recorded_at: `concat(toString(day), ' 10:00:00.000')`,
  person: `lower(hex(MD5(toString(number))))`,
  sex: `if(number % 2 = 0, 'female', 'male')`,
  birth_year: `toUInt16(1935 + number % 70)`,
  priority_group: `toUInt8(1 + number % 16)`,
  product: `['astrazeneca', 'pfizer', 'moderna', 'vero-cell'][number % 4 + 1]`,
  lot: `concat('L-', toString(number % 200))`,
  dose_no: `toUInt8(1 + number % 2)`,
  series: `'primary'`,
  facility: `concat(unit, '-', leftPad(toString(intDiv(number, ${PROVINCE_CODES.length}) % ${FACILITIES_PER_PROVINCE}), 4, '0'))`,
  residence: 'unit',
  verification: `if(number % 3 = 0, 'identity-matched', 'unverified')`,
}
const columns = Object.keys(CONTENT)
const content = columns.map((c) => `${CONTENT[c]!} AS ${c}`).join(', ')
const KEY = `concat('dose|${SOURCE}|', leftPad(toString(number), 12, '0'))`
const HASH = `lower(hex(sipHash64(number)))`
const KNOWN = `'${DAY} 00:00:00.000'`

/** The state's `rows`: the content as the ledger's code writes it, with `signed_at` absent at its end. */
const rows = `concat(${columns.map((c) => `toString(${c})`).join(', char(9), ')}, char(9), '\\\\N')`

async function inChunks(
  from: number,
  to: number,
  run: (from: number, n: number) => Promise<void>,
): Promise<void> {
  for (let at = from; at < to; at += CHUNK) await run(at, Math.min(CHUNK, to - at))
}

const run = async (w: Warehouse, query: string): Promise<void> => {
  await w.ch.command({ query, query_params: { units: PROVINCE_CODES } })
}

/** Registers the facilities that the doses name, straight into the ledger. */
export async function fillFacilities(w: Warehouse): Promise<void> {
  await run(
    w,
    `INSERT INTO facility_ledger (key, rev, line, hash, sign, day, unit, known_at, batch, id, name, open)
     SELECT concat('facility|${SOURCE}|', id), 1, 0, '', 1, toDate('2021-03-01'), unit, toDateTime64('2021-03-01 00:00:00', 3, 'UTC'), 'fill', id, id, 1
     FROM (SELECT {units:Array(String)}[number % ${PROVINCE_CODES.length} + 1] AS unit,
             concat(unit, '-', leftPad(toString(intDiv(number, ${PROVINCE_CODES.length})), 4, '0')) AS id
           FROM numbers(${PROVINCE_CODES.length * FACILITIES_PER_PROVINCE}))`,
  )
}

/** Present states of the doses `from` to `to`, as the writer would have left them. */
export async function fillStates(w: Warehouse, from: number, to: number): Promise<void> {
  await inChunks(from, to, (at, n) =>
    run(
      w,
      `INSERT INTO record_state (key, rev, hash, live, rows, batch, known_at)
       SELECT ${KEY}, 1, ${HASH}, 1, ${rows}, 'fill', ${KNOWN} FROM (SELECT number, ${content} FROM numbers(${at}, ${n}))`,
    ),
  )
}

/** `count` doses, numbered from 0, into ledger (its views fill too) and states. */
export async function fillDoses(w: Warehouse, count: number, say: (what: string) => void): Promise<void> {
  await inChunks(0, count, async (at, n) => {
    await run(
      w,
      `INSERT INTO dose_ledger (key, rev, line, hash, sign, received_at, known_at, batch, ${columns.join(', ')})
       SELECT ${KEY}, 1, 0, ${HASH}, 1, ${KNOWN}, ${KNOWN}, 'fill', ${content} FROM numbers(${at}, ${n})`,
    )
    await fillStates(w, at, at + n)
    say(`filled ${(at + n).toLocaleString('en')} of ${count.toLocaleString('en')} doses`)
  })
}
