import { PROVINCES, type Province } from '../tables/provinces.js'

const byCode: ReadonlyMap<string, Province> = new Map(PROVINCES.map((p) => [p.code, p]))

/** The province with this GSO code; undefined for `00`, `ZZ` and codes that are none. */
export const provinceOf = (code: string): Province | undefined => byCode.get(code)
