import { type DoseEvent, PROVINCE_CODES, type ProvinceCode } from '@mcc/contract'
import { MINISTRIES_AT, PLAN_UNITS } from '../plan/units.js'
import { Ladder } from '../plan/ladder.js'
import { RUNG, STREAMS } from '../plan/slots.js'
import { hash, pick, SALT } from '../random.js'
import { atDay } from '../tables/at-day.js'
import { ADULT_AGES, GROUP_SHARES } from '../tables/people.js'

/** What is fixed of a person, whatever dose he gets. */
type Person = Pick<DoseEvent, 'person' | 'sex' | 'birthYear' | 'priorityGroup'> & {
  residenceProvince: ProvinceCode
}

const CHILD = STREAMS.indexOf('child')
const CODES = STREAMS.map((s) => s.toUpperCase())
const AGES = running(ADULT_AGES.map((a) => a.share))
const groupTables = new Map<number, number[]>()

function running(shares: readonly number[]): number[] {
  let sum = 0
  return shares.map((s) => (sum += s))
}

function groupsOn(day: number): number[] {
  let table = groupTables.get(day)
  if (!table) groupTables.set(day, (table = running(atDay(GROUP_SHARES, day))))
  return table
}

/** Day index of the first dose of person `j` of a stream: the first day on which more than `j` had begun. */
function firstDoseDay(ladder: Ladder, unit: number, stream: number, j: number, latest: number): number {
  let low = 0
  let high = latest
  while (low < high) {
    const mid = (low + high) >> 1
    if (ladder.climbed(mid, unit, stream, RUNG.first) > j) high = mid
    else low = mid + 1
  }
  return low
}

function birthYearOf(stream: number, random: number): number {
  if (stream === CHILD) return 2004 + (random % 6)
  const band = ADULT_AGES[pick(AGES, (random & 0xffff) / 65_536)]!
  return band.from + ((random >>> 16) % (band.to - band.from + 1))
}

function groupOf(birthYear: number, stream: number, day: number, random: number): number {
  if (stream === CHILD) return 16
  const group = pick(groupsOn(day), random) + 1
  // Over 65 is a group of age: it neither takes younger people nor loses older ones to the remaining adults
  if (group === 9 && birthYear > 1956) return 15
  return group === 15 && birthYear <= 1956 ? 9 : group
}

/** Person `j` of a stream of a unit: the same on each of his doses. */
export function personOf(
  seed: number,
  ladder: Ladder,
  unit: number,
  stream: number,
  j: number,
  day: number,
): Person {
  const random = hash(seed + SALT.person, unit, stream, j)
  const more = hash(seed + SALT.person, random, j, 1)
  const birthYear = birthYearOf(stream, random)
  const began = firstDoseDay(ladder, unit, stream, j, day)
  const elsewhere = unit === MINISTRIES_AT || (more & 0xff) < 8
  return {
    person: `P${PLAN_UNITS[unit]!}${CODES[stream]!}${j.toString(36).toUpperCase()}`,
    sex: (more & 0x100) === 0 ? 'female' : 'male',
    birthYear,
    priorityGroup: groupOf(birthYear, stream, began, (more >>> 9) / 8_388_608),
    residenceProvince: PROVINCE_CODES[elsewhere ? (more >>> 9) % PROVINCE_CODES.length : unit]!,
  }
}
