import { isUnitCode } from '@mcc/contract'
import { isOutsideProvinces } from '../../places/unit-names.js'
import type { VerifiedUnit } from '../../rest/verification.js'

export const VERIFIED_SORTS = ['unit', 'entered', 'verified', 'signed'] as const
export type VerifiedSort = (typeof VERIFIED_SORTS)[number]

/** A unit's doses with what part of them is matched and signed, in percent; undefined when nothing was entered. */
export interface VerifiedRow {
  code: string
  name: string
  entered: number
  verified: number
  signed: number
  verifiedShare: number | undefined
  signedShare: number | undefined
}

const share = (part: number, whole: number) => (whole > 0 ? (part / whole) * 100 : undefined)
const rowOf = (code: string, name: string, { entered, verified, signed }: Omit<VerifiedUnit, 'unit'>) => ({
  code,
  name,
  entered,
  verified,
  signed,
  verifiedShare: share(verified, entered),
  signedShare: share(signed, entered),
})

/** The units in the order asked for; shares sort by percent. Units that are no provinces stand below. */
export function verifiedRows(
  units: readonly VerifiedUnit[],
  nameOf: (code: string) => string,
  sort: VerifiedSort,
  descending: boolean,
): VerifiedRow[] {
  const sign = descending ? -1 : 1
  const value = (row: VerifiedRow): number =>
    sort === 'entered' ? row.entered : ((sort === 'signed' ? row.signedShare : row.verifiedShare) ?? -1)
  const outside = ({ code }: VerifiedRow) => Number(isUnitCode(code) && isOutsideProvinces(code))
  return units
    .map((one) => rowOf(one.unit, nameOf(one.unit), one))
    .toSorted(
      (a, b) =>
        outside(a) - outside(b) ||
        (sort === 'unit' ? 0 : sign * (value(a) - value(b))) ||
        (sort === 'unit' ? sign : 1) * a.name.localeCompare(b.name, 'vi'),
    )
}

/** All units together. */
export function verifiedTotal(units: readonly VerifiedUnit[], name: string): VerifiedRow {
  const sum = (of: 'entered' | 'verified' | 'signed') => units.reduce((n, one) => n + one[of], 0)
  return rowOf('', name, { entered: sum('entered'), verified: sum('verified'), signed: sum('signed') })
}
