import {
  AEFI_STAGES,
  CAUSALITY,
  type EventType,
  FACILITY_KINDS,
  LOT_STATUSES,
  MOVEMENT_KINDS,
  OUTCOMES,
  REGISTRATION_STAGES,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  SERIES,
  SERIOUSNESS,
  SESSION_STATUSES,
  SEXES,
  VERIFICATIONS,
} from '@mcc/contract'
import fc from 'fast-check'

/** A small world, so that keys, places and contents collide often. */
const unit = fc.constantFrom('01', '79', '48', '00', 'ZZ')
const province = fc.constantFrom('01', '79', '48')
const product = fc.constantFrom('astrazeneca', 'pfizer', 'abdala')
const lot = fc.constantFrom('L1', 'L2', 'L/3')
const facility = fc.constantFrom('F1', 'F2', 'F3')
const birthYear = fc.integer({ min: 1930, max: 2015 })
const count = fc.constantFrom(0, 1, 7, 1_000, 999_999_999)
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined })
/** Text that would break a statement, a JSON row or a parameter which did not quote it. */
const words = fc.constantFrom(
  'a',
  "it's",
  'back\\slash',
  'Bệnh viện "Bạch Mai"',
  'tab\tnew\nline',
  '\u0000',
  '💉',
)

/** Most days in two months, some long before, some to come; few months, because each costs a part per insert. */
const dayNumber = fc.oneof(
  { weight: 18, arbitrary: fc.integer({ min: 0, max: 59 }) },
  { weight: 1, arbitrary: fc.integer({ min: -400, max: -390 }) },
  { weight: 1, arbitrary: fc.integer({ min: 215, max: 225 }) },
)
const dateOf = (n: number): string => new Date(Date.UTC(2021, 8, 1 + n)).toISOString().slice(0, 10)
const date = dayNumber.map(dateOf)
/** Near both ends of the day in Viet Nam, and written in other zones. */
const time = fc.constantFrom(
  'T00:00:00Z',
  'T16:59:59.999Z',
  'T17:00:00Z',
  'T09:30:00+07:00',
  'T23:30:00-05:00',
)
export const instant = fc.tuple(date, time).map(([d, t]) => d + t)

const aefiTimes = fc.tuple(dayNumber, fc.nat(3), fc.nat(9), time).map(([n, onset, heard, t]) => ({
  vaccinatedAt: dateOf(n) + t,
  occurredAt: dateOf(n + onset) + t,
  notifiedAt: dateOf(n + onset + heard) + t,
}))
const person = { person: fc.constantFrom('p1', 'p2'), sex: fc.constantFrom(...SEXES), birthYear }
const given = { product, lot, doseNo: fc.integer({ min: 1, max: 3 }), facility, province: unit }

/** The content of a record of each type, without its envelope. */
export const CONTENTS: Record<EventType, fc.Arbitrary<object>> = {
  dose: fc.record({
    ...person,
    ...given,
    priorityGroup: fc.integer({ min: 1, max: 16 }),
    series: fc.constantFrom(...SERIES),
    residenceProvince: maybe(province),
    verification: fc.constantFrom(...VERIFICATIONS),
    signedAt: maybe(instant),
  }),
  aefi: fc
    .record({
      ...person,
      ...given,
      reactions: fc.array(words, { minLength: 1, maxLength: 3 }),
      seriousness: fc.uniqueArray(fc.constantFrom(...SERIOUSNESS), { maxLength: 2 }),
      severity: fc.constantFrom('mild', 'moderate', 'severe'),
      anaphylaxisGrades: maybe(
        fc.array(fc.record({ at: instant, grade: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 }),
      ),
      outcome: fc.constantFrom(...OUTCOMES),
      stage: fc.constantFrom(...AEFI_STAGES),
      causality: maybe(
        fc.array(fc.record({ reaction: words, product, class: fc.constantFrom(...CAUSALITY) }), {
          maxLength: 2,
        }),
      ),
    })
    .chain((content) => aefiTimes.map((times) => ({ ...content, ...times }))),
  movement: fc.record({
    kind: fc.constantFrom(...MOVEMENT_KINDS),
    lot,
    product,
    doses: fc.constantFrom(-1_000_000_000, -3, 0, 5, 1_000_000_000),
    from: fc.constantFrom('national', 'abroad', 'unit:79', 'facility:F1'),
    to: fc.constantFrom('national', 'unit:01', 'facility:a:b'),
    province: unit,
    decision: maybe(words),
    reason: maybe(words),
  }),
  decision: fc.record({
    number: words,
    round: fc.integer({ min: 1, max: 3 }),
    lines: fc.array(fc.record({ product, recipient: unit, doses: count }), { minLength: 1, maxLength: 4 }),
  }),
  lot: fc.record({
    lot,
    product,
    manufacturer: words,
    expiry: date,
    status: fc.constantFrom(...LOT_STATUSES),
    document: maybe(words),
  }),
  facility: fc.record({
    name: words,
    province: unit,
    district: maybe(fc.constantFrom('001', '760')),
    commune: maybe(fc.constantFrom('00001')),
    kind: fc.constantFrom(...FACILITY_KINDS),
    lat: fc.constantFrom(21.0285, -0.5, 1e-7),
    lon: fc.constantFrom(105.8542, 0),
    capacityPerDay: count,
    open: fc.boolean(),
  }),
  session: fc.record({
    facility,
    province: unit,
    day: date,
    plannedDoses: count,
    teams: fc.integer({ min: 0, max: 9 }),
    status: fc.constantFrom(...SESSION_STATUSES),
  }),
  registration: fc.record({
    province,
    priorityGroup: fc.integer({ min: 1, max: 16 }),
    stage: fc.constantFrom(...REGISTRATION_STAGES),
    people: count,
  }),
  tally: fc.record({
    province: unit,
    day: date,
    dose1: maybe(count),
    dose2: maybe(count),
    dose3: maybe(count),
    total: maybe(count),
    allocatedPlanned: maybe(count),
    allocatedReceived: maybe(count),
    population: maybe(count),
    population18: maybe(count),
    points: maybe(count),
  }),
  request: fc.record({
    kind: fc.constantFrom(...REQUEST_KINDS),
    province: unit,
    settledAt: maybe(instant),
    outcome: maybe(fc.constantFrom(...REQUEST_OUTCOMES)),
  }),
}
