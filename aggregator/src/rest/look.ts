import type { Caller } from '@mcc/contract'
import { HttpError } from './http-error.js'
import { onRecord } from './on-record.js'
import type { RestParts } from './parts.js'

/** Who asks. @throws HttpError 401 */
export const signedIn = (caller: Caller | undefined): Caller => {
  if (!caller) throw new HttpError(401, 'not_signed_in', 'sign in first')
  return caller
}

/** Puts a look at lines on record before they are shown. @throws HttpError 503 when it cannot be recorded */
export const recordLook = (
  parts: Pick<RestParts, 'audit' | 'now'>,
  caller: Caller,
  look: { path: string; filter: Record<string, string> },
  rows: number,
): Promise<void> => onRecord(parts, { caller }, { action: `get ${look.path}`, filter: look.filter, rows })
