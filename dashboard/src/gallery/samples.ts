import { addDays, PROVINCE_CODES, unknown, type Figure, type NationState } from '@mcc/contract'

export const TODAY = '2021-11-24'
/** 16:00 in Viet Nam. */
export const NOW = '2021-11-24T09:00:00.000Z'

/** A figure in each of its looks, the largest and a correction below zero among them. */
export const FIGURES: readonly Figure[] = [
  118_402_117,
  0,
  -1_032_886,
  { no: 'not-reported' },
  { no: 'stale', last: 1_234, at: '2021-11-24T02:03:00Z' },
  { no: 'suppressed', below: 10 },
  unknown('no-denominator'),
]

/** A campaign that starts slowly, with a quiet week day, over 120 days. */
export const DAYS: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from({ length: 120 }, (_, i) => [
    addDays(TODAY, i - 119),
    Math.round(i * i * (i % 7 === 0 ? 60 : 100)),
  ]),
)

/** Coverage rising with the code; every ninth province has not reported, and another of every nine fell silent. */
export const UNITS = Object.fromEntries(
  PROVINCE_CODES.map((code, i) => {
    const coverageOne: Figure = i % 9 === 4 ? { no: 'not-reported' } : i * 1.6
    const heardUntil = i % 9 === 7 ? addDays(TODAY, -3) : null
    return [code, { coverageOne, coverageFull: coverageOne, doses: i * 61_803, heardUntil }]
  }),
) as unknown as NationState['units']
