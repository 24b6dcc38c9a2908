import { groupBy } from '@mcc/contract'
import { type District, DISTRICTS } from '../tables/districts.js'

const byProvince: ReadonlyMap<string, readonly District[]> = groupBy(DISTRICTS, (d) => d.province)
const byCode: ReadonlyMap<string, District> = new Map(DISTRICTS.map((d) => [d.code, d]))

/** Districts of a province by GSO code, in the order of the table; empty for a code that is no province. */
export const districtsOf = (province: string): readonly District[] => byProvince.get(province) ?? []

/** The district with this GSO code (three digits). */
export const districtOf = (code: string): District | undefined => byCode.get(code)
