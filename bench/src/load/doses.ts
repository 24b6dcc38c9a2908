import { PROVINCE_CODES } from '@mcc/contract'

/** The source that all records of a benchmark come from. */
export const SOURCE = 'bench'
/** The day on which new doses are given; those filled in before lie on the days before it. */
export const DAY = '2021-10-19'
export const FACILITIES_PER_PROVINCE = 50

/** Id of the n-th dose, whether filled in or sent. */
export const doseId = (n: number): string => String(n).padStart(12, '0')

const provinceOf = (n: number): string => PROVINCE_CODES[n % PROVINCE_CODES.length]!
const facilityOf = (n: number): string =>
  `${provinceOf(n)}-${String(Math.floor(n / PROVINCE_CODES.length) % FACILITIES_PER_PROVINCE).padStart(4, '0')}`

/** The n-th dose as a source sends it, one line of NDJSON; another `lot` makes a correction of it. */
export function doseLine(n: number, rev: number, lot: string): string {
  const hour = String(7 + (n % 9)).padStart(2, '0')
  const minute = String(n % 60).padStart(2, '0')
  return JSON.stringify({
    type: 'dose',
    op: 'upsert',
    source: SOURCE,
    id: doseId(n),
    rev,
    occurredAt: `${DAY}T${hour}:${minute}:00+07:00`,
    recordedAt: `${DAY}T18:${minute}:00+07:00`,
    person: `person-${n % 40_000_000}`,
    sex: n % 2 === 0 ? 'female' : 'male',
    birthYear: 1935 + (n % 70),
    priorityGroup: 1 + (n % 16),
    product: ['astrazeneca', 'pfizer', 'moderna', 'vero-cell'][n % 4],
    lot,
    doseNo: 1 + (n % 2),
    series: 'primary',
    province: provinceOf(n),
    facility: facilityOf(n),
    residenceProvince: provinceOf(n),
    verification: n % 3 === 0 ? 'identity-matched' : 'unverified',
  })
}
