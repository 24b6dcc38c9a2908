import type { AnyEvent } from '@mcc/contract'
import fc from 'fast-check'

/** A small world, so that keys, places and days collide often. */
const DAY = ['2021-09-28', '2021-09-29', '2021-09-30', '2021-10-01', '2021-10-02'] as const
const place = fc.record({
  day: fc.constantFrom(...DAY),
  province: fc.constantFrom('01', '79', '48', '00', 'ZZ'),
  product: fc.constantFrom('astrazeneca', 'pfizer', 'abdala'),
  lot: fc.constantFrom('L1', 'L2'),
  facility: fc.constantFrom('F1', 'F2', 'F3'),
  n: fc.integer({ min: 1, max: 3 }),
  kind: fc.nat(9),
})
type Place = typeof place extends fc.Arbitrary<infer T> ? T : never

const at = (day: string, hour = 8): string => `${day}T${String(hour).padStart(2, '0')}:00:00+07:00`
const SERIES = ['primary', 'primary', 'primary', 'additional', 'booster'] as const
const MOVES = [
  ['receive', 'abroad', 'national'],
  ['arrive', 'national', 'unit:U'],
  ['return', 'unit:U', 'national'],
  ['return', 'facility:F1', 'unit:U'],
  ['discard', 'unit:U', 'unit:U'],
  ['issue', 'unit:U', 'facility:F1'],
] as const

const contents: Record<string, (p: Place) => object> = {
  dose: (p) => ({
    person: 'p',
    sex: 'female',
    birthYear: 1980,
    priorityGroup: 15,
    product: p.product,
    lot: p.lot,
    doseNo: p.n,
    series: SERIES[p.kind % 5],
    province: p.province,
    facility: p.facility,
    verification: 'unverified',
  }),
  facility: (p) => ({
    name: 'x',
    province: p.province,
    district: ['001', '760', undefined][p.kind % 3],
    kind: 'hospital',
    lat: 10,
    lon: 105,
    capacityPerDay: 10,
    open: true,
  }),
  movement: (p) => {
    const [kind, from, to] = MOVES[p.kind % MOVES.length]!
    const holder = (h: string): string => h.replace('U', p.province)
    return {
      kind,
      from: holder(from),
      to: holder(to),
      lot: p.lot,
      product: p.product,
      doses: p.n * 100,
      province: p.province,
    }
  },
  decision: (p) => ({
    number: `${p.kind}/QĐ-BYT`,
    round: 1,
    lines: [
      { product: p.product, recipient: p.province, doses: p.n * 50 },
      { product: 'pfizer', recipient: '79', doses: 7 },
    ],
  }),
  tally: (p) => ({
    province: p.province,
    day: p.day,
    ...(p.kind < 7 ? { total: p.n * 10 } : { dose1: 3 }),
    allocatedReceived: 40,
  }),
  aefi: (p) => ({
    person: 'p',
    sex: 'male',
    birthYear: 1970,
    province: p.province,
    facility: p.facility,
    product: p.product,
    lot: p.lot,
    doseNo: p.n,
    vaccinatedAt: at(p.day, 7),
    notifiedAt: at(p.day, 9),
    reactions: ['fever'],
    seriousness: p.kind < 4 ? ['hospitalisation'] : [],
    severity: 'mild',
    outcome: p.kind === 0 ? 'fatal' : 'recovered',
    stage: p.kind === 9 ? 'duplicate' : p.kind > 5 ? 'closed' : 'notified',
  }),
}

const record = fc.record({
  type: fc.constantFrom('dose', 'dose', 'dose', ...Object.keys(contents)),
  id: fc.nat(25),
  rev: fc.integer({ min: 1, max: 4 }),
  voided: fc.nat(9).map((n) => n === 0),
  place,
})

/** Random histories of every type of record that states count: corrections, voids, repetitions, disorder. */
export const histories = (source: string, size: number): fc.Arbitrary<AnyEvent[]> =>
  fc.array(record, { minLength: 1, maxLength: size }).map((items) =>
    items.map((i) => {
      // a facility's id is what doses name
      const id = i.type === 'facility' ? `F${(i.id % 3) + 1}` : `r${i.id}`
      const envelope = {
        type: i.type,
        source,
        id,
        rev: i.rev,
        occurredAt: at(i.place.day),
        recordedAt: at(i.place.day),
      }
      return (i.voided
        ? { ...envelope, op: 'void' }
        : { ...envelope, op: 'upsert', ...contents[i.type]!(i.place) }) as unknown as AnyEvent
    }),
  )
