import { DISTRICTS } from '../tables/districts.js'
import { PROVINCES } from '../tables/provinces.js'

/** What a file of boundaries describes. */
export interface Level {
  readonly name: 'province' | 'district'
  /** Name of the file written. */
  readonly file: string
  readonly codes: ReadonlySet<string>
  readonly digits: number
  /** Names of the property that may hold the GSO code, folded: small letters and digits only. */
  readonly fields: readonly string[]
  /** The file written should not be larger (bytes); borders are simplified until it is not. */
  readonly maxBytes: number
}

const COMMON = ['code', 'gso', 'gsocode', 'ma', 'id']

export const LEVELS: Readonly<Record<Level['name'], Level>> = {
  province: {
    name: 'province',
    file: 'provinces.topo.json',
    codes: new Set(PROVINCES.map((p) => p.code)),
    digits: 2,
    fields: ['matinh', 'matinhtp', 'mat', 'provincecode', 'tinhcode', 'codetinh', ...COMMON],
    maxBytes: 400_000,
  },
  district: {
    name: 'district',
    file: 'districts.topo.json',
    codes: new Set(DISTRICTS.map((d) => d.code)),
    digits: 3,
    fields: ['mahuyen', 'maqh', 'maquanhuyen', 'mah', 'districtcode', 'huyencode', 'codehuyen', ...COMMON],
    maxBytes: 1_200_000,
  },
}
