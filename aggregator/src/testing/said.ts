import { type Figure, type NationState, PRODUCTS, UNIT_CODES } from '@mcc/contract'

/** The number of a figure; 0 where there is none. */
export const number = (f: Figure): number => (typeof f === 'number' ? f : 0)

/** What the states of the nation and of province 79 say, in the words of the recount. */
export function said(
  nation: NationState,
  province: { days: Record<string, number> } | undefined,
): Record<string, number> {
  const out: Record<string, number> = {}
  const put = (key: string, f: Figure): void => {
    if (number(f) !== 0) out[key] = number(f)
  }
  for (const kind of ['doses', 'atLeastOne', 'completed', 'additional', 'booster'] as const)
    put(`nation ${kind}`, nation[kind])
  for (const kind of ['cases', 'serious', 'deaths'] as const) put(`nation ${kind}`, nation.aefi[kind])
  for (const [day, n] of Object.entries(nation.days)) put(`nation day ${day}`, n)
  for (const { id } of PRODUCTS) {
    put(`nation given ${id}`, nation.products[id].given)
    put(`nation received ${id}`, nation.products[id].received)
  }
  for (const u of UNIT_CODES) {
    const unit = nation.units[u]
    for (const kind of ['doses', 'atLeastOne', 'completed', 'allocated', 'received'] as const)
      put(`${u} ${kind}`, unit[kind])
    put(`${u} cases`, unit.aefi)
    put(`${u} serious`, unit.aefiSerious)
  }
  for (const [day, n] of Object.entries(province?.days ?? {})) put(`79 day ${day}`, n)
  return out
}

/** Of the recount, only what states say too. */
export const comparable = (all: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(all).filter(
      ([key, n]) =>
        n !== 0 &&
        !(/^(?!nation).* (given|additional|booster|deaths)/.test(key) || /^(?!nation|79).* day/.test(key)),
    ),
  )
