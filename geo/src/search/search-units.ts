import { PROVINCES } from '../tables/provinces.js'
import { collate } from './collate.js'
import { foldDiacritics } from './fold.js'

/** What can be searched: provinces, districts, or anything with a code and a name. */
export interface NamedUnit {
  readonly code: string
  readonly name: string
  readonly short?: string
}

/** Other names that people type, by GSO province code. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  '46': ['Huế'],
  '66': ['Đắc Lắc'],
  '67': ['Đắc Nông'],
  '77': ['BRVT', 'BR-VT', 'Vũng Tàu'],
  '79': ['TPHCM', 'TP HCM', 'HCMC', 'Sài Gòn', 'Thành phố Hồ Chí Minh'],
}

const RANKS = [
  (text: string, query: string) => text === query,
  (text: string, query: string) => text.startsWith(query),
  (text: string, query: string) => ` ${text}`.includes(` ${query}`),
  (text: string, query: string) => text.replaceAll(' ', '').startsWith(query.replaceAll(' ', '')),
  (text: string, query: string) => text.includes(query),
]

/** 0 is the same name; undefined is no match. */
function rankOf(texts: readonly string[], query: string): number | undefined {
  const rank = RANKS.findIndex((matches) => texts.some((text) => matches(text, query)))
  return rank < 0 ? undefined : rank
}

const RANK_PREFIX = /^(tinh|thanh pho|quan|huyen|thi xa|tp) (?=\D)/

function textsOf(unit: NamedUnit): string[] {
  const aliases = unit.code.length === 2 ? (ALIASES[unit.code] ?? []) : []
  const folded = [unit.short ?? unit.name, unit.name, ...aliases].map(foldDiacritics)
  return [...folded, ...folded.map((text) => text.replace(RANK_PREFIX, ''))]
}

/**
 * Units whose code or name matches `query`, typed with or without diacritics, best match first, then in
 * Vietnamese order. An empty query matches nothing. Searches the 63 provinces unless other units are given.
 */
export function searchUnits<U extends NamedUnit>(query: string, units: readonly U[]): U[]
export function searchUnits(query: string): (typeof PROVINCES)[number][]
export function searchUnits(query: string, units: readonly NamedUnit[] = PROVINCES): NamedUnit[] {
  const folded = foldDiacritics(query)
  if (folded === '') return []
  return units
    .map((unit) => ({ unit, rank: unit.code === folded ? 0 : rankOf(textsOf(unit), folded) }))
    .filter((hit): hit is { unit: NamedUnit; rank: number } => hit.rank !== undefined)
    .sort((a, b) => a.rank - b.rank || collate(a.unit.short ?? a.unit.name, b.unit.short ?? b.unit.name))
    .map((hit) => hit.unit)
}
