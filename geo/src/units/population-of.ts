import { DEFAULT_DENOMINATOR, type DenominatorId } from '../tables/denominators.js'
import { PROVINCE_POPULATIONS, type ProvincePopulation } from '../tables/province-populations.js'

/** `adults` is 18 and older. */
export type AgeGroup = 'all' | 'adults'

const figureOf = (of: ProvincePopulation, id: DenominatorId, group: AgeGroup): number | undefined => {
  const figures: { readonly all?: number; readonly adults?: number } = of[id]
  return figures[group]
}

/**
 * Persons of a province (GSO code) or of the whole `nation` by one denominator; undefined where that source has no
 * such figure (ministries `00` and not stated `ZZ` have none), never 0. The nation's figure is the sum of all 63.
 */
export function populationOf(
  unit: string,
  denominator: DenominatorId = DEFAULT_DENOMINATOR,
  group: AgeGroup = 'all',
): number | undefined {
  if (unit !== 'nation') {
    const province = PROVINCE_POPULATIONS.get(unit)
    return province && figureOf(province, denominator, group)
  }
  let sum = 0
  for (const province of PROVINCE_POPULATIONS.values()) {
    const figure = figureOf(province, denominator, group)
    if (figure === undefined) return undefined
    sum += figure
  }
  return sum
}
