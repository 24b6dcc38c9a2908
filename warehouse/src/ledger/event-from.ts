import { UNKNOWN_UNIT } from '@mcc/contract'
import { type Entry, typeOfKey, valuesOf } from './content.js'

type Values = Record<string, string | null>
const instant = (utc: string | null): string | undefined => utc?.replace(' ', 'T').concat('Z')

const dose = (v: Values) => ({
  person: v['person'],
  sex: v['sex'],
  birthYear: Number(v['birth_year']),
  priorityGroup: Number(v['priority_group']),
  product: v['product'],
  lot: v['lot'],
  doseNo: Number(v['dose_no']),
  series: v['series'],
  residenceProvince: v['residence'] === UNKNOWN_UNIT ? undefined : v['residence'],
  verification: v['verification'],
  signedAt: instant(v['signed_at'] ?? null),
})
const session = (v: Values) => ({
  day: v['day'],
  plannedDoses: Number(v['planned_doses']),
  teams: Number(v['teams']),
  status: v['status'],
})

/**
 * The event of a dose or a session again, from what would be counted of it: what waits for its facility is kept as an
 * event, so that a person can read it and the contract can check it anew. Instants come in UTC, to the millisecond.
 */
export function eventFrom({ key, rev, rows }: Entry, exercise: boolean): Record<string, unknown> {
  const type = typeOfKey(key)
  const values = valuesOf(type, rows)
  const [, source, id] = key.split('|')
  return {
    type,
    op: 'upsert',
    source,
    id,
    rev,
    occurredAt: instant(values['occurred_at'] ?? null),
    recordedAt: instant(values['recorded_at'] ?? null),
    ...(exercise && { exercise: true }),
    province: values['unit'],
    facility: values['facility'],
    ...(type === 'dose' ? dose(values) : session(values)),
  }
}
