/** Vaccination points planned for the whole country (plan of decision 3355/QĐ-BYT, July 2021). */
export const POINTS_PLANNED = 19_500

/** Share of the points open, by day: 8,182 of 19,500 were registered on 4 August 2021 (portal). The rest is an assumption. */
export const OPEN_SHARES: readonly (readonly [day: string, share: number])[] = [
  ['2021-03-08', 0.1],
  ['2021-05-01', 0.2],
  ['2021-07-10', 0.32],
  ['2021-08-01', 0.42],
  ['2021-09-10', 0.65],
  ['2021-10-10', 0.85],
  ['2021-11-10', 1],
]

/** Where ministries and sectors vaccinate: GSO district codes of military and police hospitals' districts, as an example. */
export const MINISTRY_DISTRICTS = ['007', '005', '490', '760', '769', '916', '303', '474'] as const
