import { z } from 'zod'

/** Why a request gave no answer; `unreachable` also covers a server error. */
export type RequestFailure = 'unauthorised' | 'forbidden' | 'refused' | 'too-many' | 'unreachable'
/** `code` is the server's own word for it, such as `account_exists`; absent when it gave none. */
export interface Refusal {
  ok: false
  failure: RequestFailure
  code?: string
}
export type Answer<T> = { ok: true; value: T } | Refusal

const errorAnswer = z.object({ error: z.object({ code: z.string() }) })

function failureOf(status: number): RequestFailure {
  if (status === 401) return 'unauthorised'
  if (status === 403) return 'forbidden'
  if (status === 429) return 'too-many'
  return status < 500 ? 'refused' : 'unreachable'
}

async function refusedBy(response: Response): Promise<Refusal> {
  const failure = failureOf(response.status)
  const said = errorAnswer.safeParse(await response.json().catch(() => undefined))
  return said.success ? { ok: false, failure, code: said.data.error.code } : { ok: false, failure }
}

const REQUEST_TIMEOUT_MS = 10_000

/** Asks the aggregator and checks the answer against `schema`. An answer of another shape counts as unreachable. */
export async function request<T>(
  schema: z.ZodType<T>,
  path: string,
  init: { method?: 'GET' | 'POST' | 'DELETE'; body?: unknown } = {},
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
    if (!response.ok) return await refusedBy(response)
    const text = await response.text()
    return { ok: true, value: schema.parse(text === '' ? {} : JSON.parse(text)) }
  } catch {
    return { ok: false, failure: 'unreachable' }
  }
}
