import type { Caller } from '@mcc/contract'
import { HttpError } from './http-error.js'
import type { RestParts } from './parts.js'

/** Who asks. @throws HttpError 401 */
export const signedIn = (caller: Caller | undefined): Caller => {
  if (!caller) throw new HttpError(401, 'not_signed_in', 'sign in first')
  return caller
}

/** Puts a look at lines on record before they are shown. @throws HttpError 503 when it cannot be recorded */
export async function recordLook(
  parts: Pick<RestParts, 'audit' | 'now'>,
  caller: Caller,
  look: { path: string; filter: Record<string, string> },
  rows: number,
): Promise<void> {
  try {
    await parts.audit.append({
      at: new Date(parts.now()).toISOString(),
      who: caller.name,
      role: caller.role,
      scope: caller.province ?? 'nation',
      action: `get ${look.path}`,
      filter: look.filter,
      rows,
      outcome: 'answered',
    })
  } catch (error) {
    throw Object.assign(
      new HttpError(503, 'audit_unavailable', 'the look cannot be put on record, so nothing is shown', 5),
      { cause: error },
    )
  }
}
