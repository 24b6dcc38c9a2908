import type { AnyEvent } from '@mcc/contract'
import fc from 'fast-check'

/** Arbitrary doses of a small world, so that keys, places and contents collide often. */
const content = fc.record({
  day: fc.integer({ min: 1, max: 59 }),
  province: fc.constantFrom('01', '79', '48', '00', 'ZZ'),
  facility: fc.constantFrom('F1', 'F2', 'F3'),
  product: fc.constantFrom('astrazeneca', 'pfizer', 'abdala'),
  lot: fc.constantFrom('L1', 'L2'),
  doseNo: fc.integer({ min: 1, max: 3 }),
  birthYear: fc.integer({ min: 1930, max: 2015 }),
})

function doseOf(c: {
  day: number
  province: string
  facility: string
  product: string
  lot: string
  doseNo: number
  birthYear: number
}) {
  const day = new Date(Date.UTC(2021, 8, c.day, 3)).toISOString()
  const { day: _day, ...rest } = c
  return {
    ...rest,
    type: 'dose',
    op: 'upsert',
    occurredAt: day,
    recordedAt: day,
    exercise: true,
    person: 'p',
    sex: 'female',
    priorityGroup: 15,
    series: 'primary',
    verification: 'unverified',
  }
}

/** A history: batches of dose events with duplicates, corrections, voids, un-voids, disorder and conflicting revisions. */
export const history = (size: number): fc.Arbitrary<AnyEvent[][]> =>
  fc
    .array(
      fc.record({
        id: fc.integer({ min: 0, max: Math.ceil(size / 4) }),
        rev: fc.integer({ min: 1, max: 4 }),
        void: fc.nat(9).map((n) => n === 0),
        content,
      }),
      { minLength: 1, maxLength: size },
    )
    .chain((items) =>
      fc
        .array(fc.integer({ min: 1, max: Math.max(1, Math.ceil(size / 5)) }), {
          minLength: 30,
          maxLength: 30,
        })
        .map((cuts) => {
          const events = items.map((i) => {
            const { occurredAt, recordedAt, ...dose } = doseOf(i.content)
            const envelope = { source: 's', id: `d${i.id}`, rev: i.rev, occurredAt, recordedAt }
            return (
              i.void ? { type: 'dose', op: 'void', exercise: true, ...envelope } : { ...dose, ...envelope }
            ) as AnyEvent
          })
          const batches: AnyEvent[][] = []
          for (let at = 0, k = 0; at < events.length; k++) {
            batches.push(events.slice(at, at + cuts[k % cuts.length]!))
            at += cuts[k % cuts.length]!
          }
          return batches
        }),
    )
