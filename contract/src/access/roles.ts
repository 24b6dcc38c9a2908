import { isProvinceCode, type ProvinceCode } from '../reference/units.js'

export const ROLES = [
  'wall',
  'committee',
  'director',
  'aefi-analyst',
  'allocation-officer',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** What a route or a topic asks of its caller. `public` asks nothing. */
export const NEEDS = [
  'public',
  'signed-in',
  'topics',
  'aggregates',
  'alarms.acknowledge',
  'aefi.lines',
  'facility.lines',
  'administration',
] as const
export type Need = (typeof NEEDS)[number]

/**
 * Who is calling. `province` limits lines and alarms to one province; undefined is the nation. `playlist` is what a wall's
 * link opens; nobody else has one.
 */
export interface Caller {
  name: string
  role: Role
  province?: ProvinceCode | undefined
  playlist?: string | undefined
}

const GRANTS: Record<Role, readonly Need[]> = {
  // states of the topics that its playlist shows
  wall: ['topics'],
  committee: ['topics', 'aggregates', 'alarms.acknowledge'],
  director: ['topics', 'aggregates', 'alarms.acknowledge', 'aefi.lines', 'facility.lines'],
  'aefi-analyst': ['topics', 'aggregates', 'alarms.acknowledge', 'aefi.lines'],
  'allocation-officer': ['topics', 'aggregates', 'facility.lines'],
  administrator: ['topics', 'aggregates', 'alarms.acknowledge', 'facility.lines', 'administration'],
}
/** What a caller gets only within his province: lines, and the say over an alarm. */
const SCOPED: ReadonlySet<Need> = new Set(['alarms.acknowledge', 'aefi.lines', 'facility.lines'])

/**
 * The one scope check. `unit` is the province that lines are asked for, or that an alarm is of (undefined = all of the
 * nation). A caller limited to a province gets what is of that province only; a director without a province nothing.
 */
export function allows(caller: Caller | undefined, need: Need, unit?: string): boolean {
  if (need === 'public') return true
  if (!caller) return false
  if (need === 'signed-in') return true
  if (!GRANTS[caller.role].includes(need)) return false
  if (!SCOPED.has(need)) return true
  if (caller.province !== undefined) return unit === caller.province
  return (
    caller.role !== 'director' &&
    (unit === undefined || isProvinceCode(unit) || unit === '00' || unit === 'ZZ')
  )
}
