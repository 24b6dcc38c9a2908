import type { Asked } from './route.js'
import { HttpError } from './http-error.js'
import type { RestParts } from './parts.js'

/** An act as the audit keeps it: no secret and no line of a person belongs into it. */
interface Act {
  action: string
  filter: Record<string, string | number>
  rows?: number
}

/** Puts an act of the caller on record before it happens. @throws HttpError 503 when it cannot be recorded */
export async function onRecord(
  { audit, now }: Pick<RestParts, 'audit' | 'now'>,
  { caller }: Pick<Asked<unknown, unknown, unknown>, 'caller'>,
  { action, filter, rows = 1 }: Act,
): Promise<void> {
  try {
    await audit.append({
      at: new Date(now()).toISOString(),
      who: caller?.name ?? '',
      role: caller?.role ?? '',
      scope: caller?.province ?? 'nation',
      action,
      filter,
      rows,
      outcome: 'answered',
    })
  } catch (error) {
    throw Object.assign(
      new HttpError(503, 'audit_unavailable', 'it cannot be put on record, so it is not done', 5),
      {
        cause: error,
      },
    )
  }
}
