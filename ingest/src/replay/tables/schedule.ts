/**
 * Shares of products among first doses of adults, by the day from which they hold. Order: AstraZeneca, Sputnik V,
 * Vero Cell, Pfizer, Moderna, Janssen, Abdala. First uses: AstraZeneca 8 March 2021, Sputnik V (some 900 people) end of
 * March, Vero Cell 10 July, Moderna and Pfizer 17 July, Abdala 25 October (press of 2021); the shares between are
 * an assumption of this exercise: no public series by product exists.
 */
export const FIRST_DOSE_SHARES: readonly (readonly [day: string, ...shares: number[]])[] = [
  ['2021-03-08', 1, 0, 0, 0, 0, 0, 0],
  ['2021-03-25', 0.92, 0.08, 0, 0, 0, 0, 0],
  ['2021-04-01', 1, 0, 0, 0, 0, 0, 0],
  ['2021-07-10', 0.85, 0, 0.15, 0, 0, 0, 0],
  ['2021-07-17', 0.5, 0, 0.15, 0.15, 0.2, 0, 0],
  ['2021-08-05', 0.5, 0.01, 0.17, 0.12, 0.2, 0, 0],
  ['2021-09-01', 0.38, 0.02, 0.42, 0.17, 0.01, 0, 0],
  ['2021-10-01', 0.26, 0.01, 0.5, 0.22, 0, 0.01, 0],
  ['2021-10-25', 0.15, 0, 0.42, 0.33, 0, 0.01, 0.09],
  ['2021-11-15', 0.12, 0, 0.35, 0.42, 0, 0.01, 0.1],
  ['2021-12-15', 0.1, 0, 0.2, 0.6, 0.05, 0, 0.05],
  ['2022-01-15', 0.1, 0, 0.2, 0.6, 0.1, 0, 0],
]

/** Share of 12–17-year-olds among first doses; 8.75 million of them by 12 March 2022 (bulletin). */
export const CHILD_SHARES: readonly (readonly [day: string, share: number])[] = [
  ['2021-03-08', 0],
  ['2021-11-01', 0.3],
  ['2021-11-15', 0.5],
  ['2021-12-15', 0.3],
]

/** Share of doses given by ministries and sectors (army, police): "Bộ, ngành". An assumption of this exercise. */
export const MINISTRY_SHARES: readonly (readonly [day: string, share: number])[] = [
  ['2021-03-08', 0.05],
  ['2021-08-06', 0.025],
  ['2021-11-16', 0.015],
]

/**
 * Days to the next rung, by the product of the first dose: least allowed and usual. Source: letters of the ministry as
 * reported by the press: AstraZeneca 8–12 weeks, at least 4 from 20 September 2021; Pfizer 3 weeks; Moderna 4; Vero Cell
 * 3–4; Sputnik V 3; Abdala 0-14-28 days; additional and booster doses after at least 28 days and 3 months.
 */
export const INTERVALS: Readonly<
  Record<
    'az' | 'sp' | 'vc' | 'pf' | 'mo' | 'ja' | 'ab' | 'child',
    { least: number; usual: number; extra: number }
  >
> = {
  az: { least: 28, usual: 63, extra: 90 },
  sp: { least: 21, usual: 21, extra: 28 },
  vc: { least: 21, usual: 24, extra: 28 },
  pf: { least: 21, usual: 21, extra: 90 },
  mo: { least: 28, usual: 28, extra: 90 },
  ja: { least: 0, usual: 0, extra: 60 },
  ab: { least: 14, usual: 14, extra: 28 },
  child: { least: 21, usual: 21, extra: 9999 },
}

/** Shares of products where a rung can be climbed with several, in slot order, by the day from which they hold. */
export const MIXES: Readonly<Record<string, readonly (readonly [day: string, ...shares: number[]])[]>> = {
  'az.second': [
    ['2021-03-08', 1, 0],
    ['2021-08-10', 0.75, 0.25],
  ],
  'mo.second': [
    ['2021-03-08', 1, 0],
    ['2021-09-08', 0.5, 0.5],
  ],
  'az.extra': [['2021-12-01', 0.5, 0.3, 0.2]],
  'pf.extra': [['2021-12-01', 0.8, 0.2]],
  'vc.extra': [['2021-12-01', 0.5, 0.2, 0.3]],
}
