import { AEFI_STAGES, isUnitCode, productId } from '@mcc/contract'
import { z } from 'zod'
import { LANGUAGES } from '../i18n/language.js'
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

/** The filter of the list of AEFI cases; days are days of notification in Asia/Ho_Chi_Minh. */
export const aefiSearch = pageSearch.extend({
  province: optional(z.string().refine(isUnitCode)),
  product: optional(productId),
  serious: optional(z.enum(['yes', 'no'])),
  stage: optional(z.enum(AEFI_STAGES)),
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
  q: optional(z.string().max(60)),
})
export type AefiSearch = z.infer<typeof aefiSearch>

const size = (min: number, max: number) => optional(z.coerce.number().min(min).max(max))
export const wallSearch = pageSearch.extend({
  screen: size(20, 200),
  distance: size(0.5, 30),
  scene: optional(z.coerce.number().int().min(1).max(20)),
  hold: optional(z.enum(['yes'])),
})
