import {
  AEFI_STAGES,
  CASE_SORTS,
  EVENT_TYPES,
  FACILITY_KINDS,
  isUnitCode,
  productId,
  REJECTIONS,
  type RejectionCode,
  UNIT_CODES,
} from '@mcc/contract'
import { z } from 'zod'
import { LANGUAGES } from '../i18n/language.js'
import { SPAN_NAMES } from '../quality/books.js'
import { TIMELY_DAYS } from '../quality/timely.js'
import { SPEED_NAMES, UNREADABLE } from '../time/mode.js'
import { momentOf } from '../time/moment.js'

/** Plain `?key=value`: a province code such as `01` must not become a number. */
export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, v]) => v !== undefined && v !== '')
  const text = new URLSearchParams(pairs.map(([k, v]) => [k, String(v)])).toString()
  return text === '' ? '' : `?${text}`
}

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const moment = optional(z.string().transform((text) => momentOf(text) ?? UNREADABLE))

/**
 * Every page: language (Vietnamese unless said), theme (the system's unless said), and the moment or the beginning and
 * speed of a replay (live unless said).
 */
export const pageSearch = z.object({
  at: moment,
  replay: moment,
  speed: optional(z.enum(SPEED_NAMES)),
  lang: optional(z.enum(LANGUAGES)),
  theme: optional(z.enum(['light', 'dark'])),
})

export const SORT_KEYS = [
  'unit',
  'doses',
  'today',
  'coverageOne',
  'coverageFull',
  'received',
  'utilisation',
  'pace7',
  'aefi',
  'gap',
] as const
export type SortKey = (typeof SORT_KEYS)[number]

export const deskSearch = pageSearch.extend({
  province: optional(z.string().refine(isUnitCode)),
  sort: optional(z.enum(SORT_KEYS)),
  dir: optional(z.enum(['asc', 'desc'])),
  q: optional(z.string().max(60)),
})
export type DeskSearch = z.infer<typeof deskSearch>

export const ALLOCATION_SORTS = ['unit', 'allocated', 'received', 'given', 'utilisation'] as const
export const allocationSearch = pageSearch.extend({
  sort: optional(z.enum(ALLOCATION_SORTS)),
  dir: optional(z.enum(['asc', 'desc'])),
  q: optional(z.string().max(60)),
  decision: optional(z.string().max(60)),
})
export type AllocationSearch = z.infer<typeof allocationSearch>

export const FACILITY_SORTS = ['name', 'doses', 'today'] as const
/** Filter and order of the facilities of a province, and the one that is marked on map and list. */
export const provinceSearch = pageSearch.extend({
  facility: optional(z.string().max(80)),
  kind: optional(z.enum(FACILITY_KINDS)),
  state: optional(z.enum(['open', 'closed'])),
  sort: optional(z.enum(FACILITY_SORTS)),
  dir: optional(z.enum(['asc', 'desc'])),
  q: optional(z.string().max(60)),
})
export type ProvinceSearch = z.infer<typeof provinceSearch>

/** Filter and order of the list of AEFI cases; days are days of notification in Asia/Ho_Chi_Minh. */
export const aefiSearch = pageSearch.extend({
  province: optional(z.string().refine(isUnitCode)),
  product: optional(productId),
  serious: optional(z.enum(['yes', 'no'])),
  stage: optional(z.enum(AEFI_STAGES)),
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
  sort: optional(z.enum(CASE_SORTS)),
  dir: optional(z.enum(['asc', 'desc'])),
  q: optional(z.string().max(60)),
})
export type AefiSearch = z.infer<typeof aefiSearch>

/** The gallery of the design system: pieces of desks, or of a wall. */
export const gallerySearch = pageSearch.extend({ look: optional(z.enum(['wall'])) })

/** Which records of the audit; days are in Asia/Ho_Chi_Minh. */
export const adminSearch = pageSearch.extend({
  who: optional(z.string().max(80)),
  action: optional(z.string().max(200)),
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
})
export type AdminSearch = z.infer<typeof adminSearch>

/**
 * `link=used`: came by a link that is worth nothing any more. `to`: the address that was asked for before anybody was
 * signed in, of this server alone.
 */
export const signInSearch = pageSearch.extend({
  link: optional(z.literal('used')),
  to: optional(z.string().regex(/^\/(?![/\\])/)),
})

const momentOnly = optional(z.string().transform(momentOf).pipe(z.string()))
/** Windows of the quality page; `since` and `until` are the two moments of knowing that the log of changes compares. */
export const qualitySearch = pageSearch.extend({
  span: optional(z.enum(SPAN_NAMES)),
  days: optional(z.enum(TIMELY_DAYS)),
  since: momentOnly,
  until: momentOnly,
  unit: optional(z.enum(UNIT_CODES)),
})
export type QualitySearch = z.infer<typeof qualitySearch>

export const HELD_STATUSES = ['open', 'releasing', 'released', 'discarded'] as const
/** The filter of the quarantine; `status` is open unless said, `all` is any. */
export const sourcesSearch = pageSearch.extend({
  code: optional(z.string().refine((c): c is RejectionCode => Object.hasOwn(REJECTIONS, c))),
  source: optional(z.string().max(64)),
  type: optional(z.enum(EVENT_TYPES)),
  status: optional(z.enum([...HELD_STATUSES, 'all'])),
})
export type SourcesSearch = z.infer<typeof sourcesSearch>

const size = (min: number, max: number) => optional(z.coerce.number().min(min).max(max))
export const wallSearch = pageSearch.extend({
  screen: size(20, 200),
  distance: size(0.5, 30),
  scene: optional(z.coerce.number().int().min(1).max(20)),
  hold: optional(z.enum(['yes'])),
})
