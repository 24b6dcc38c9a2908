import type { Messages } from '../i18n/vi.js'

/** The parts of the page of administration. */
const PARTS = ['accounts', 'displays', 'keys', 'audit', 'verification'] as const
export type Part = (typeof PARTS)[number]

/** The part an address names; accounts for the bare address and for a name that is none. */
export const partOf = (name: string | undefined): Part => PARTS.find((part) => part === name) ?? 'accounts'

export const partName = (part: Part, m: Messages): string => m.administration.parts[part]
