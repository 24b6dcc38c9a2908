import type { ProductId } from '@mcc/contract'

/**
 * Streams of persons by the product of their first dose. `child` are the 12–17-year-olds (Pfizer).
 * Within a unit the persons of a stream are numbered in the order of their first dose, and get their later doses in
 * the same order: person `j` of dose 2 is person `j` of dose 1.
 */
export const STREAMS = ['az', 'sp', 'vc', 'pf', 'mo', 'ja', 'ab', 'child'] as const
type Stream = (typeof STREAMS)[number]
export const PRODUCT_ORDER = [
  'astrazeneca',
  'sputnik-v',
  'vero-cell',
  'pfizer',
  'moderna',
  'janssen',
  'abdala',
] as const satisfies readonly ProductId[]
export const PRODUCTS_N = PRODUCT_ORDER.length

/** Rungs of a stream: doses 1 to 3 of the primary series, then one dose beyond it. */
export const RUNG = { first: 0, second: 1, third: 2, extra: 3 } as const
export const RUNGS = 4

/** A kind of dose: which rung of which stream is climbed with which product. */
interface Slot {
  readonly stream: number
  readonly rung: number
  readonly product: number
  readonly doseNo: number
  readonly series: 'primary' | 'additional' | 'booster'
}

const slot = (
  stream: Stream,
  rung: keyof typeof RUNG,
  product: ProductId,
  doseNo: number,
  series: Slot['series'] = 'primary',
): Slot => ({
  stream: STREAMS.indexOf(stream),
  rung: RUNG[rung],
  product: PRODUCT_ORDER.indexOf(product),
  doseNo,
  series,
})

/**
 * Every kind of dose of the campaign; mixed second doses as the ministry allowed them (AstraZeneca then Pfizer,
 * Moderna then Pfizer), Abdala three doses, additional doses after inactivated and vector schedules, boosters after the others.
 */
export const SLOTS: readonly Slot[] = [
  slot('az', 'first', 'astrazeneca', 1),
  slot('sp', 'first', 'sputnik-v', 1),
  slot('vc', 'first', 'vero-cell', 1),
  slot('pf', 'first', 'pfizer', 1),
  slot('mo', 'first', 'moderna', 1),
  slot('ja', 'first', 'janssen', 1),
  slot('ab', 'first', 'abdala', 1),
  slot('child', 'first', 'pfizer', 1),
  slot('az', 'second', 'astrazeneca', 2),
  slot('az', 'second', 'pfizer', 2),
  slot('sp', 'second', 'sputnik-v', 2),
  slot('vc', 'second', 'vero-cell', 2),
  slot('pf', 'second', 'pfizer', 2),
  slot('mo', 'second', 'moderna', 2),
  slot('mo', 'second', 'pfizer', 2),
  slot('ab', 'second', 'abdala', 2),
  slot('child', 'second', 'pfizer', 2),
  slot('ab', 'third', 'abdala', 3),
  slot('az', 'extra', 'pfizer', 3, 'booster'),
  slot('az', 'extra', 'astrazeneca', 3, 'booster'),
  slot('az', 'extra', 'moderna', 3, 'booster'),
  slot('pf', 'extra', 'pfizer', 3, 'booster'),
  slot('pf', 'extra', 'moderna', 3, 'booster'),
  slot('mo', 'extra', 'moderna', 3, 'booster'),
  slot('ja', 'extra', 'pfizer', 2, 'booster'),
  slot('vc', 'extra', 'vero-cell', 3, 'additional'),
  slot('vc', 'extra', 'astrazeneca', 3, 'additional'),
  slot('vc', 'extra', 'pfizer', 3, 'additional'),
  slot('sp', 'extra', 'astrazeneca', 3, 'additional'),
  slot('ab', 'extra', 'abdala', 4, 'additional'),
]
export const SLOTS_N = SLOTS.length

/** Slots of one rung of a stream, in order; they share its persons. */
export const slotsOf = (stream: number, rung: number): readonly number[] => BY_RUNG[stream * RUNGS + rung]!
const BY_RUNG = Array.from({ length: STREAMS.length * RUNGS }, (_, i) =>
  SLOTS.flatMap((s, at) => (s.stream * RUNGS + s.rung === i ? [at] : [])),
)
