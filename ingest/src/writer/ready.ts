import { setTimeout as sleep } from 'node:timers/promises'
import {
  countApart,
  decide,
  type Counted,
  type Effect,
  type RecordState,
  refusalOf,
  type Warehouse,
} from '@mcc/warehouse'
import type { Logger } from 'pino'
import type { WriterMetrics } from './metrics.js'
import { type Prepared, setAside, workOff } from './work.js'

type States = ReadonlyMap<string, RecordState>

/** A group ready to be worked off; without `effect` it is counted as one that may be there in part. */
export interface Ready {
  batches: Prepared[]
  effect: Effect | undefined
  /** How often records had been refused when its decision began. */
  seen: number
  /** The states after it, once it is counted. */
  counted: Promise<States>
  done: (states: States) => void
}

function readyOf(batches: Prepared[], effect: Effect | undefined, seen: number): Ready {
  let done: Ready['done'] = () => undefined
  const counted = new Promise<States>((resolve) => (done = resolve))
  return { batches, effect, seen, counted, done }
}

interface InsistParts {
  warehouse: Warehouse
  exercise: boolean
  now: () => number
  metrics: WriterMetrics
  log: Logger
}

/**
 * Counts groups until the engine takes them. A record that it does not take for what the record is would be repeated for
 * ever, and all others behind it: it is found, set aside into quarantine, and the others count.
 */
export class Insistence {
  /** How often a group had records set aside. What was decided on such a group's states before is void. */
  private refusals = 0

  constructor(private readonly parts: InsistParts) {}

  /** What was decided for a group, unless a group before it turned out otherwise than it was decided on. */
  private effectOf({ effect, seen }: Ready): Effect | undefined {
    return seen === this.refusals ? effect : undefined
  }

  /** Makes a group ready that may be there in part. */
  doubted = (batches: Prepared[]): Ready => readyOf(batches, undefined, this.refusals)

  /** Decides what a group does, while the one before it may not be in the store yet. */
  async decided(batches: Prepared[], before: Ready | undefined): Promise<Ready> {
    const seen = this.refusals
    // what the group before does is mostly known before it is counted
    const ahead = before && (await (this.effectOf(before)?.states ?? before.counted))
    const records = batches.flatMap((b) => b.records)
    return readyOf(batches, await decide(this.parts.warehouse, records, ahead).catch(() => undefined), seen)
  }

  /** Repeats until the engine takes it; after the first failure the records may be there in part. */
  async count(ready: Ready): Promise<Counted> {
    const { warehouse, now, metrics, log } = this.parts
    let { batches } = ready
    let effect = this.effectOf(ready)
    for (let wait = 200; ; wait = Math.min(wait * 2, 3_000)) {
      try {
        return await workOff(warehouse, batches, effect, now)
      } catch (error) {
        metrics.failed()
        const refusal = refusalOf(error)
        // of an error about rows its kind only: the engine's words quote the rows
        const what = refusal === undefined ? { err: error } : { refusal }
        log.error(what, 'the engine did not take a group; it will be counted again')
        effect = undefined
        if (refusal !== undefined) batches = await this.withoutRefused(batches)
        await sleep(wait)
      }
    }
  }

  /** The batches without what the engine does not take; as they are when it is away meanwhile. */
  private async withoutRefused(batches: Prepared[]): Promise<Prepared[]> {
    const { warehouse, exercise, log } = this.parts
    try {
      const refused = await countApart(
        warehouse,
        batches.flatMap((b) => b.records),
        true,
      )
      if (refused.size === 0) return batches
      this.refusals += 1
      log.error({ records: refused.size }, 'records that the engine does not take go into quarantine')
      return setAside(batches, refused, exercise)
    } catch (error) {
      log.error({ err: error }, 'the engine did not take a group in parts; it will be counted again')
      return batches
    }
  }
}
