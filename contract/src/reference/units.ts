import { z } from 'zod'
import { quick } from '../quick.js'

/** GSO codes of the 63 provinces of 2021. Codes are joined, names never are. Source: General Statistics Office. */
export const PROVINCE_CODES = [
  '01',
  '02',
  '04',
  '06',
  '08',
  '10',
  '11',
  '12',
  '14',
  '15',
  '17',
  '19',
  '20',
  '22',
  '24',
  '25',
  '26',
  '27',
  '30',
  '31',
  '33',
  '34',
  '35',
  '36',
  '37',
  '38',
  '40',
  '42',
  '44',
  '45',
  '46',
  '48',
  '49',
  '51',
  '52',
  '54',
  '56',
  '58',
  '60',
  '62',
  '64',
  '66',
  '67',
  '68',
  '70',
  '72',
  '74',
  '75',
  '77',
  '79',
  '80',
  '82',
  '83',
  '84',
  '86',
  '87',
  '89',
  '91',
  '92',
  '93',
  '94',
  '95',
  '96',
] as const
export type ProvinceCode = (typeof PROVINCE_CODES)[number]

/** Ministries and sectors (army, police …) vaccinate outside the provinces: "Bộ, ngành". */
export const MINISTRIES = '00'
/** The place is not stated: "chưa rõ tỉnh". Σ provinces + ministries + unknown = nation. */
export const UNKNOWN_UNIT = 'ZZ'
export const UNIT_CODES = [...PROVINCE_CODES, MINISTRIES, UNKNOWN_UNIT] as const
export type UnitCode = (typeof UNIT_CODES)[number]

const provinces: ReadonlySet<unknown> = new Set(PROVINCE_CODES)
const units: ReadonlySet<unknown> = new Set(UNIT_CODES)
export const isProvinceCode = (code: unknown): code is ProvinceCode => provinces.has(code)
export const isUnitCode = (code: unknown): code is UnitCode => units.has(code)

/** `params.code` becomes the rejection code, see `rejection.ts`. */
const refuse = (code: string, message: string) => ({ message, params: { code } })

/** One of the 63 provinces. */
export const provinceCode = quick(
  z
    .string()
    .max(8)
    .refine(isProvinceCode, refuse('unknown_province', 'not the GSO code of one of the 63 provinces')),
  isProvinceCode,
)
/** A province, `00` ministries and sectors, or `ZZ` not stated. */
export const unitCode = quick(
  z
    .string()
    .max(8)
    .refine(
      isUnitCode,
      refuse('unknown_province', 'not a GSO province code, 00 (ministries) or ZZ (not stated)'),
    ),
  isUnitCode,
)
/** GSO district code of 2021 (three digits); districts ended on 2025-07-01, so it stays data. */
export const districtCode = z.string().regex(/^\d{3}$/)
