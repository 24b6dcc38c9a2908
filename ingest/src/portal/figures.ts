import { PortalShapeError, type TallyFigures } from './reading.js'

/** The portal's own names of the figures, the same in its JSON and in tables copied from it. */
const FIELDS = {
  dose1: 'totalOnceInjected',
  dose2: 'totalTwiceInjected',
  dose3: 'totalThriceInjected',
  total: 'totalInjected',
  allocatedPlanned: 'totalVaccineAllocated',
  allocatedReceived: 'totalVaccineAllocatedReality',
  population: 'population',
  population18: 'popOverEighteen',
  points: 'totalVaccinationLocation',
} as const satisfies Record<keyof TallyFigures, string>

/** Provinces that never listed their points were entered with one: 16 of 63 on 2021-08-05, whole provinces all. */
const PLACEHOLDER_POINTS = 1
const LIMIT = 1_000_000_000

/**
 * A count out of a JSON value or a cell; `undefined` where the source has none: null, nothing, "", "-" or words.
 * @throws PortalShapeError for a number that cannot be a count (negative, fractional as in "6.481", or absurd):
 *   reading it one way or the other would be a guess
 */
function countOf(value: unknown, place: string): number | undefined {
  if (value === null || value === undefined) return undefined
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || Number.isNaN(number)) return undefined
  if (!Number.isInteger(number) || number < 0 || number > LIMIT)
    throw new PortalShapeError(`${place}: ${JSON.stringify(value)} is not a whole number from 0 to ${LIMIT}`)
  return number
}

/** The figures of one row; `place` (file and row) begins the message of an error. @throws PortalShapeError */
export function figuresOf(row: Readonly<Record<string, unknown>>, place: string): TallyFigures {
  const figures: TallyFigures = {}
  for (const [figure, field] of Object.entries(FIELDS) as [keyof TallyFigures, string][]) {
    const count = countOf(row[field], `${place}, ${field}`)
    if (count !== undefined) figures[figure] = count
  }
  if (figures.points === PLACEHOLDER_POINTS) delete figures.points
  return figures
}
