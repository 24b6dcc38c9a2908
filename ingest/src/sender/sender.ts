import { setTimeout as sleepFor } from 'node:timers/promises'
import { judge, type Receipt } from './answer.js'
import type { Outgoing } from './outgoing.js'
import { Prefix } from './prefix.js'
import type { Transport } from './transport.js'

export interface SenderOptions<B extends Outgoing<P>, P> {
  readonly transport: Transport
  /** API key of the source. */
  readonly key: string | undefined
  /** Batches under way at once. */
  readonly inFlight: number
  /** Told of every batch the gateway took, in the order of acknowledgement. */
  readonly onTaken?: (batch: B, receipt: Receipt) => void
  /** Told when all batches up to a position are acknowledged. */
  readonly onPrefix?: (position: P) => void
  /** Told of every wait before the same bytes are sent again. */
  readonly onWait?: (why: string, ms: number) => void
  /** Stops taking new batches; those under way are finished or given up. */
  readonly signal?: AbortSignal
  readonly random?: () => number
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

const FIRST_WAIT_MS = 250
const MOST_WAIT_MS = 15_000

/**
 * Posts batches to a gateway until each is acknowledged. Full (429) and unavailable (503, network) are waited for, for
 * ever, with jitter; what was sent once is sent again byte for byte. A refusal (400, 401, 413 …) throws `SenderStopped`.
 */
export class Sender<B extends Outgoing<P>, P> {
  readonly #options: SenderOptions<B, P>
  readonly #prefix = new Prefix<P>()
  /** A refusal of one batch ends the waits of the others. */
  readonly #refused = new AbortController()
  readonly #signal: AbortSignal

  constructor(options: SenderOptions<B, P>) {
    this.#options = options
    const { signal } = options
    this.#signal = signal ? AbortSignal.any([signal, this.#refused.signal]) : this.#refused.signal
  }

  /** Sends all batches; resolves when the last one is acknowledged. Rejects with the first refusal, or when stopped. */
  async send(batches: AsyncIterable<B> | Iterable<B>): Promise<void> {
    const underWay = new Set<Promise<void>>()
    let seq = 0
    let failure: { error: unknown } | undefined
    for await (const batch of batches) {
      const most = batch.alone ? 1 : this.#options.inFlight
      while (underWay.size >= most && !failure) await Promise.race(underWay)
      if (this.#signal.aborted) break
      const run: Promise<void> = this.#deliver(batch, seq++)
        .catch((error: unknown) => {
          failure ??= { error }
          this.#refused.abort()
        })
        .finally(() => underWay.delete(run))
      underWay.add(run)
      // the first goes alone too: a wrong key is refused once
      if (seq === 1 || batch.alone) await run
    }
    await Promise.all(underWay)
    if (failure) throw failure.error
    this.#options.signal?.throwIfAborted()
  }

  async #deliver(batch: B, seq: number): Promise<void> {
    const receipt = await this.#post(batch)
    this.#options.onTaken?.(batch, receipt)
    const end = this.#prefix.acknowledge(seq, batch.position)
    if (end !== undefined) this.#options.onPrefix?.(end)
  }

  async #post(batch: B): Promise<Receipt> {
    const { transport, key } = this.#options
    const headers = {
      'content-type': 'application/x-ndjson',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...batch.headers,
    }
    for (let tries = 0; ; tries++) {
      this.#signal.throwIfAborted()
      const answer = await transport.post(batch.body, headers).catch((error: unknown) => ({ error }))
      const verdict =
        'error' in answer
          ? ({ kind: 'again', afterMs: undefined, why: messageOf(answer.error) } as const)
          : judge(answer)
      if (verdict.kind === 'taken') return verdict.receipt
      await this.#wait(verdict.why, verdict.afterMs, tries)
    }
  }

  /** As long as the gateway asks, else twice as long each time; jitter on top so that senders do not come back together. */
  async #wait(why: string, askedMs: number | undefined, tries: number): Promise<void> {
    const { onWait, random = Math.random, sleep = pause } = this.#options
    const base = askedMs ?? Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, 10), MOST_WAIT_MS)
    const ms = Math.round(askedMs === undefined ? base * (0.5 + random()) : base + random() * 500)
    onWait?.(why, ms)
    await sleep(ms, this.#signal)
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<unknown> => sleepFor(ms, undefined, { signal })

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const code = (error as NodeJS.ErrnoException).code
  return code ? `${code} ${error.message}`.trim() : error.message
}
