import { FACILITY_KINDS, MINISTRIES } from '@mcc/contract'
import { DISTRICTS, type District } from '@mcc/geo'
import { DAY_COUNT } from '../calendar.js'
import { PLAN_UNITS } from '../plan/units.js'
import { SALT, sequence } from '../random.js'
import { atDay } from '../tables/at-day.js'
import { MINISTRY_DISTRICTS, OPEN_SHARES, POINTS_PLANNED } from '../tables/sites.js'

type FacilityKind = (typeof FACILITY_KINDS)[number]
/** A generated vaccination point. */
export interface Site {
  readonly id: string
  readonly name: string
  /** Index into `PLAN_UNITS`. */
  readonly unit: number
  readonly district: string | undefined
  readonly kind: FacilityKind
  readonly lat: number
  readonly lon: number
  readonly capacity: number
  /** Day index of its opening. */
  readonly opensOn: number
  /** Population it serves, relative within the unit. */
  readonly weight: number
}

const WORDS: Readonly<Record<FacilityKind, string>> = {
  'district-centre': 'Trung tâm y tế',
  hospital: 'Bệnh viện',
  'commune-station': 'Trạm y tế số',
  'mass-site': 'Điểm tiêm cộng đồng',
  mobile: 'Đội tiêm lưu động',
  other: 'Điểm tiêm',
}
const LATER_KINDS: readonly FacilityKind[] = [
  'hospital',
  'commune-station',
  'commune-station',
  'commune-station',
  'mass-site',
  'commune-station',
  'mobile',
  'commune-station',
]

const kindOf = (n: number): FacilityKind =>
  n === 0 ? 'district-centre' : LATER_KINDS[(n - 1) % LATER_KINDS.length]!

/** At least one point per district, two from 120,000 people, three from 300,000; 19,500 in all at scale 1. */
function pointsOf(people: number, nation: number, scale: number): number {
  const least = people > 300_000 ? 3 : people > 120_000 ? 2 : 1
  return Math.max(least, Math.round((POINTS_PLANNED * scale * people) / nation))
}

/** How far a point may lie from its district's own, degrees: at most this, and well within the cell of the district. */
const REACH = 0.04
const WITHIN = 0.4

/** Half-width of the square around a district's point in which its facilities lie, degrees. */
function reachOf(district: District): number {
  const nearest = DISTRICTS.reduce(
    (least, { code, lat, lon }) =>
      code === district.code ? least : Math.min(least, Math.hypot(lat - district.lat, lon - district.lon)),
    Infinity,
  )
  // the corner of the square is farther off than its side
  return Math.min(REACH, (WITHIN * nearest) / Math.SQRT2)
}

interface Draft {
  district: District
  people: number
  /** Its number within the district and how many there are. */
  n: number
  of: number
}

/** The n-th points of all districts before the (n+1)-th of any, so that the first ones cover the whole unit. */
function draftsOf(districts: readonly District[], nation: number, scale: number): Draft[] {
  const drafts = districts.flatMap((district) => {
    const people = district.population?.all ?? 0
    if (people === 0) return []
    const of = pointsOf(people, nation, scale)
    return Array.from({ length: of }, (_, n) => ({ district, people, n, of }))
  })
  return drafts.sort(
    (a, b) => a.n - b.n || b.people - a.people || (a.district.code < b.district.code ? -1 : 1),
  )
}

/** Day on which the k-th of `of` points opens. */
function openingDay(k: number, of: number, shares: readonly number[]): number {
  const day = shares.findIndex((share) => Math.max(3, Math.ceil(of * share)) > k)
  return Math.max(day, 0)
}

/** The vaccination points of every unit at a scale, the same for the same seed. Order within a unit = order of opening. */
export function buildSites(seed: number, scale: number): readonly (readonly Site[])[] {
  const nation = DISTRICTS.reduce((sum, d) => sum + (d.population?.all ?? 0), 0)
  const shares = Array.from({ length: DAY_COUNT }, (_, d) => atDay(OPEN_SHARES, d)[0]!)
  return PLAN_UNITS.map((code, unit) => {
    const ministries = code === MINISTRIES
    const districts = DISTRICTS.filter((d) =>
      ministries ? MINISTRY_DISTRICTS.some((m) => m === d.code) : d.province === code,
    )
    const drafts = draftsOf(districts, nation, scale)
    const random = sequence(seed, SALT.site * 1000 + unit)
    const reaches = new Map(districts.map((district) => [district, reachOf(district)]))
    return drafts.map(({ district, people, n, of }, k) => {
      const jitter = () => (random.int(-400, 400) / 400) * reaches.get(district)!
      const kind = ministries ? 'hospital' : kindOf(n)
      return {
        id: `${code}-${String(k + 1).padStart(5, '0')}`,
        name: ministries
          ? `Bệnh viện ngành ${k + 1}, ${district.name}`
          : `${WORDS[kind]}${n === 0 ? '' : ` ${n}`}, ${district.name}`,
        unit,
        district: ministries ? undefined : district.code,
        kind,
        lat: Number((district.lat + jitter()).toFixed(5)),
        lon: Number((district.lon + jitter()).toFixed(5)),
        capacity: 100 * random.int(1, 8),
        opensOn: openingDay(k, drafts.length, shares),
        weight: people / of,
      }
    })
  })
}
