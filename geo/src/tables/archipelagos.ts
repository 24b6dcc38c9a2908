import type { ProvinceCode } from '@mcc/contract'

/** The two archipelagos: each a district of a coastal province, always drawn and labelled on a map of the country. */
export interface Archipelago {
  readonly id: 'hoang-sa' | 'truong-sa'
  /** Label as it stands on maps. */
  readonly vi: string
  readonly en: string
  readonly province: ProvinceCode
  readonly district: string
  /** Where the label stands, WGS 84 degrees. */
  readonly lat: number
  readonly lon: number
  /** West, south, east, north in degrees: where its geometry must lie. */
  readonly box: readonly [number, number, number, number]
}

/** Hoàng Sa belongs to Đà Nẵng, Trường Sa to Khánh Hòa. */
export const ARCHIPELAGOS: readonly Archipelago[] = [
  {
    id: 'hoang-sa',
    vi: 'Quần đảo Hoàng Sa',
    en: 'Hoang Sa Archipelago',
    province: '48',
    district: '498',
    lat: 16.5,
    lon: 112,
    box: [111, 15.5, 113.2, 17.4],
  },
  {
    id: 'truong-sa',
    vi: 'Quần đảo Trường Sa',
    en: 'Truong Sa Archipelago',
    province: '56',
    district: '576',
    lat: 9.5,
    lon: 113,
    box: [109.4, 6.3, 118, 11.6],
  },
]
