import { DAY_MS } from '@mcc/contract'
import type { SourceLine } from '../rest/source-list.js'

export interface SourceRow extends SourceLine {
  /** Since it was last heard, milliseconds; undefined when it never was, or while the clock is not known. */
  silentMs: number | undefined
  /** Was heard once, and said nothing for more than a day. */
  silent: boolean
  validKeys: number
}

/**
 * Sources with the longest silent first; `now` is the clock of the records (ISO 8601; an exercise has its own), undefined
 * until it was heard.
 */
export const sourceRows = (sources: readonly SourceLine[], now: string | undefined): SourceRow[] =>
  sources
    .map((s) => {
      const silentMs =
        s.lastHeardAt === null || now === undefined
          ? undefined
          : Math.max(0, Date.parse(now) - Date.parse(s.lastHeardAt))
      const validKeys = s.keys.filter((k) => k.revokedAt === undefined).length
      return { ...s, silentMs, validKeys, silent: silentMs !== undefined && silentMs > DAY_MS }
    })
    .toSorted((a, b) => (b.silentMs ?? -1) - (a.silentMs ?? -1) || a.name.localeCompare(b.name))
