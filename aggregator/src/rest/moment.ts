import { z } from 'zod'
import { HttpError } from './http-error.js'

/** Nothing was known before; earlier instants are slips of the pen. */
const EARLIEST_MS = Date.UTC(2000, 0, 1)

const normal = (s: string): string =>
  s.replace(/ (?=\d{2}:\d{2}$)/, '+').replace(/(T\d{2}:\d{2})(?=Z|[+-])/, '$1:00')

/**
 * An instant in an address: ISO 8601 with offset, seconds may be left away, to epoch milliseconds. An unescaped `+`
 * arrives as a space.
 */
export const instantParam = z
  .string()
  .max(40)
  .transform(normal)
  .pipe(z.iso.datetime({ offset: true }))
  .transform((s) => Date.parse(s))
  .pipe(z.int().min(EARLIEST_MS))
  .describe('ISO 8601 with offset, e.g. 2021-11-24T07:00+07:00')

export const iso = (ms: number): string => new Date(ms).toISOString()

/**
 * Refuses a moment of which not everything is known yet, so that no answer ever changes. `settled` is the writer's
 * watermark (epoch ms), undefined before its first word. Throws 409 with the watermark.
 */
export function mustBeSettled(at: number, settled: number | undefined): void {
  if (settled !== undefined && at <= settled) return
  const watermark = settled === undefined ? null : iso(settled)
  const message = `not settled yet; ask for a moment up to the watermark ${watermark ?? '(none yet)'}`
  throw new HttpError(409, 'not_settled', message, undefined, { watermark })
}
