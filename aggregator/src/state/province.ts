import type { ProvinceCode, ProvinceState, UnitSummary } from '@mcc/contract'
import type { Facts, Moment } from '../live/facts.js'
import { sumDays } from './counts.js'
import { countOf, holds, supplyOf } from './presence.js'
import { productSummaries } from './products.js'

/** Topic `province:CODE`; `summary` is the one of the nation's state. */
export function provinceState(
  facts: Facts,
  moment: Moment,
  summary: UnitSummary,
  province: ProvinceCode,
): ProvinceState {
  const held = holds(facts)
  const districts = (facts.districts.get(province) ?? []).toSorted((a, b) =>
    a.district < b.district ? -1 : 1,
  )
  return {
    today: moment.today,
    summary,
    days: Object.fromEntries(sumDays([facts.days.get(province) ?? new Map<string, number>()])),
    districts: Object.fromEntries(
      districts.map((d) => [
        d.district,
        {
          doses: countOf(facts, held, province, d.doses),
          today: countOf(facts, held, province, d.today),
          facilities: d.facilities,
        },
      ]),
    ),
    products: productSummaries({
      doses: facts.doses.get(province) ?? [],
      movements: facts.movements.get(province) ?? [],
      level: 'unit',
      count: (n) => countOf(facts, held, province, n),
      supply: (n) => supplyOf(held.movements, n),
    }),
  }
}
