import { MINISTRIES, UNKNOWN_UNIT, type UnitCode } from '@mcc/contract'
import { PROVINCES } from '@mcc/geo'
import type { Language } from '../i18n/language.js'

const OTHERS: Record<string, Record<Language, string>> = {
  [MINISTRIES]: { vi: 'Bộ, ngành', en: 'Ministries' },
  [UNKNOWN_UNIT]: { vi: 'Chưa rõ tỉnh', en: 'Not stated' },
}
const PROVINCE_NAMES = new Map<string, Record<Language, string>>(
  PROVINCES.map((p) => [p.code, { vi: p.short, en: p.english }]),
)

/** Short name of a province, of ministries or of "not stated", as labels carry it. */
export const unitName = (code: string, language: Language): string =>
  (PROVINCE_NAMES.get(code) ?? OTHERS[code])?.[language] ?? code

/** Is it one of the two units that are not provinces? They stand below the provinces in every list. */
export const isOutsideProvinces = (code: UnitCode): boolean => code in OTHERS
