import type { z } from 'zod'

/** Why a request gave no answer; `unreachable` also covers a server error. */
export type RequestFailure = 'unauthorised' | 'forbidden' | 'refused' | 'too-many' | 'unreachable'
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: RequestFailure }

function failureOf(status: number): RequestFailure {
  if (status === 401) return 'unauthorised'
  if (status === 403) return 'forbidden'
  if (status === 429) return 'too-many'
  return status < 500 ? 'refused' : 'unreachable'
}

const REQUEST_TIMEOUT_MS = 10_000

/** Asks the aggregator and checks the answer against `schema`. An answer of another shape counts as unreachable. */
export async function request<T>(
  schema: z.ZodType<T>,
  path: string,
  init: { method?: 'GET' | 'POST'; body?: unknown } = {},
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: init.method ?? 'GET',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ...(init.body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(init.body),
      }),
    })
    if (!response.ok) return { ok: false, failure: failureOf(response.status) }
    const text = await response.text()
    return { ok: true, value: schema.parse(text === '' ? {} : JSON.parse(text)) }
  } catch {
    return { ok: false, failure: 'unreachable' }
  }
}
