import { z } from 'zod'
import type { HttpAnswer } from './transport.js'

const receipt = z.object({
  batch: z.string().optional(),
  accepted: z.int().min(0),
  rejected: z.array(
    z.object({ line: z.int().min(1), path: z.string(), code: z.string(), message: z.string() }),
  ),
})
/** What the gateway says of an accepted batch: lines are counted from 1. */
export type Receipt = z.infer<typeof receipt>

/** The gateway refuses what we send; trying again would change nothing. */
export class SenderStopped extends Error {
  override readonly name = 'SenderStopped'

  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(
      `the gateway answered ${status}: ${EXPLAINED[status] ?? 'it refuses this request'}${detail ? ` (${detail})` : ''}`,
    )
  }
}
const EXPLAINED: Readonly<Record<number, string>> = {
  400: 'the batch is not understood',
  401: 'the API key is missing or not known',
  403: 'the API key may not do this',
  404: 'nothing is served at this address; is the target right?',
  413: 'the batch is too large',
  415: 'the content type is not accepted',
}
/** Answers that will not change however often the batch is sent. */
const FINAL = new Set([400, 401, 403, 404, 405, 411, 413, 414, 415, 422])

type Verdict =
  { kind: 'taken'; receipt: Receipt } | { kind: 'again'; afterMs: number | undefined; why: string }

const MOST_WAIT_S = 300

/** What an answer means: taken, to be sent again (after the stated time), or a stop (throws `SenderStopped`). */
export function judge(answer: HttpAnswer): Verdict {
  const { status, body, retryAfter } = answer
  if (status >= 200 && status < 300) {
    const parsed = receipt.safeParse(parseJson(body))
    return parsed.success
      ? { kind: 'taken', receipt: parsed.data }
      : { kind: 'again', afterMs: undefined, why: `unreadable answer with status ${status}` }
  }
  if (FINAL.has(status)) throw new SenderStopped(status, body.slice(0, 300))
  const seconds = /^\d+$/.test(retryAfter ?? '') ? Math.min(Number(retryAfter), MOST_WAIT_S) : undefined
  return {
    kind: 'again',
    afterMs: seconds === undefined ? undefined : seconds * 1000,
    why: `status ${status}`,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
