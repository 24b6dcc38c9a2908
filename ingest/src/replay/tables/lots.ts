/**
 * Lots by product in the order of `PRODUCT_ORDER`: maker, look of the lot number, doses of a lot at scale 1, days of
 * shelf life left on arrival. Makers are public; sizes and shelf lives are typical values, assumed for this exercise.
 */
export const LOT_KINDS = [
  { maker: 'AstraZeneca', prefix: 'ABX', from: 1200, size: 400_000, shelf: 150 },
  { maker: 'Gamaleya', prefix: 'I-', from: 310721, size: 100_000, shelf: 150 },
  { maker: 'Sinopharm, Beijing', prefix: 'B2021', from: 7001, size: 1_000_000, shelf: 400 },
  { maker: 'Pfizer–BioNTech', prefix: 'FH', from: 8020, size: 350_000, shelf: 150 },
  { maker: 'Moderna', prefix: '94', from: 3001, size: 300_000, shelf: 180 },
  { maker: 'Janssen', prefix: 'XE', from: 401, size: 100_000, shelf: 120 },
  { maker: 'CIGB, La Habana', prefix: 'AB21', from: 1001, size: 250_000, shelf: 180 },
] as const

/**
 * Days of demand that a delivery covers, by day: on 5 August 2021 provinces had used 40.7 % of what they had received
 * (portal), 83 % on 11 September (bulletin); 169 million doses had come by 14 December, when 135 million were given.
 */
export const COVER_DAYS: readonly (readonly [day: string, days: number])[] = [
  ['2021-03-08', 14],
  ['2021-08-20', 9],
  ['2021-11-01', 14],
  ['2021-12-01', 28],
]
