/**
 * Adults by year of birth. Shares rounded from the five-year bands of the census of 2019 (General Statistics Office),
 * 18 and over.
 */
export const ADULT_AGES = [
  { from: 1931, to: 1941, share: 0.04 },
  { from: 1942, to: 1956, share: 0.1 },
  { from: 1957, to: 1966, share: 0.17 },
  { from: 1967, to: 1976, share: 0.19 },
  { from: 1977, to: 1986, share: 0.22 },
  { from: 1987, to: 1996, share: 0.2 },
  { from: 1997, to: 2003, share: 0.08 },
] as const

/**
 * Shares of the 16 priority groups among first doses by the day from which they hold: the order of resolution
 * 21/NQ-CP and decision 3355/QĐ-BYT; the shares themselves are an assumption of this exercise.
 */
export const GROUP_SHARES: readonly (readonly [day: string, ...shares: number[]])[] = [
  ['2021-03-08', 0.75, 0.15, 0.02, 0.02, 0.03, 0.01, 0, 0, 0, 0, 0, 0.02, 0, 0, 0, 0],
  ['2021-05-01', 0.25, 0.25, 0.13, 0.1, 0.05, 0.12, 0.05, 0, 0, 0.02, 0, 0.02, 0.01, 0, 0, 0],
  ['2021-06-15', 0.06, 0.1, 0.09, 0.06, 0.02, 0.14, 0.1, 0.02, 0.02, 0.14, 0, 0.01, 0.22, 0.01, 0.01, 0],
  ['2021-08-01', 0.02, 0.04, 0.03, 0.02, 0.01, 0.06, 0.06, 0.12, 0.14, 0.22, 0.02, 0, 0.14, 0.05, 0.07, 0],
  ['2021-09-15', 0.01, 0.01, 0.01, 0.01, 0, 0.03, 0.05, 0.12, 0.14, 0.1, 0.05, 0, 0.16, 0.09, 0.22, 0],
  ['2021-11-01', 0, 0, 0, 0, 0, 0.01, 0.02, 0.08, 0.1, 0.02, 0.07, 0, 0.13, 0.12, 0.44, 0.01],
]
