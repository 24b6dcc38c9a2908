import {
  isNumber,
  PROVINCE_CODES,
  UNIT_CODES,
  type Figure,
  type NationState,
  type ProvinceCode,
  type UnitCode,
  type UnitSummary,
} from '@mcc/contract'

/** Whole days that what is left lasts at the 7-day pace; undefined when it cannot be said. */
export function daysOfStock({ received, doses, pace7 }: UnitSummary): number | undefined {
  if (!isNumber(received) || !isNumber(doses) || !isNumber(pace7) || pace7 <= 0) return undefined
  return Math.max(0, Math.floor((received - doses) / pace7))
}

export interface Gap {
  code: UnitCode
  reported: number
  entered: number
  gap: number
}
const isGap = (gap: Gap | undefined): gap is Gap => gap !== undefined

function gapOf(code: UnitCode, reported: Figure, entered: Figure): Gap | undefined {
  if (!isNumber(reported) || !isNumber(entered)) return undefined
  return { code, reported, entered, gap: reported - entered }
}

/** Units by the size of their difference between bulletin and entry, either way, the largest first. */
export const largestGaps = (units: NationState['units'], n: number): Gap[] =>
  UNIT_CODES.map((code) => gapOf(code, units[code].reported, units[code].doses))
    .filter(isGap)
    .filter(({ gap }) => gap !== 0)
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || a.code.localeCompare(b.code))
    .slice(0, n)

/** Is any unit known from both sides, so that "they agree" says something? */
export const hasGaps = (units: NationState['units']): boolean =>
  UNIT_CODES.some((code) => gapOf(code, units[code].reported, units[code].doses) !== undefined)

/** How many units gave doses and have no bulletin. */
export const withoutReport = (units: NationState['units']): number =>
  UNIT_CODES.filter((code) => {
    const { doses, reported } = units[code]
    return isNumber(doses) && doses > 0 && !isNumber(reported)
  }).length

/** Provinces that have fallen silent with the last day that they sent anything of, the longest silence first. */
export const silentProvinces = (units: NationState['units']): { code: ProvinceCode; day: string }[] =>
  PROVINCE_CODES.flatMap((code) => {
    const day = units[code].heardUntil
    return day ? [{ code, day }] : []
  }).toSorted((a, b) => a.day.localeCompare(b.day))
