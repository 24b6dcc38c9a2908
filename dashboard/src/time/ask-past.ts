import { z } from 'zod'
import type { AskPast } from './past-store.js'

const answered = z.object({ state: z.json() })
const unsettled = z.object({ error: z.object({ watermark: z.string().nullish() }).loose() }).loose()

const TIMEOUT_MS = 60_000

/** Asks the server what was known of a topic at a moment. */
export const askPast: AskPast = async (topic, at) => {
  try {
    const path = `/api/v1/topics/${encodeURIComponent(topic)}?at=${encodeURIComponent(at)}`
    const response = await fetch(path, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.ok) return { ok: true, state: answered.parse(await response.json()).state }
    if (response.status === 409) {
      const said = unsettled.safeParse(await response.json())
      return { ok: false, problem: 'not-settled', newest: said.data?.error.watermark ?? null }
    }
    return { ok: false, problem: response.status < 500 ? 'refused' : 'unreachable' }
  } catch {
    return { ok: false, problem: 'unreachable' }
  }
}
