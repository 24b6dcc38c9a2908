import { z } from 'zod'
import { JsonFile } from '../sender/checkpoint.js'
import type { Position } from './batches.js'
import { type Checkpoint, checkpointFile } from './checkpoint.js'
import type { OracleTotals } from './oracle/totals.js'
import type { ReplayOptions } from './options.js'
import type { Tracker } from './tracker.js'

/** Between two checkpoints, and between two writings of the totals, milliseconds. */
const CHECKPOINT_EVERY_MS = 1000
const TOTALS_EVERY_MS = 15_000

/** The files of a run: where it stands (checkpoint), and what it counted (ledger). */
export class Ledger {
  readonly #checkpoint: JsonFile<Checkpoint> | undefined
  readonly #totals: JsonFile<OracleTotals> | undefined
  #position: Position | undefined
  #checkpointAt = 0
  #totalsAt = Date.now()
  #failure: unknown

  constructor(
    options: Pick<ReplayOptions, 'checkpoint' | 'ledger'>,
    private readonly before: Checkpoint,
    private readonly tracker: Tracker,
  ) {
    this.#position = before.position
    if (options.checkpoint !== undefined) this.#checkpoint = checkpointFile(options.checkpoint)
    if (options.ledger !== undefined) this.#totals = new JsonFile(options.ledger, z.custom<OracleTotals>())
  }

  /** Everything up to `position` is acknowledged. Throws when an earlier write failed. */
  reached(position: Position): void {
    if (this.#failure !== undefined) throw this.#failure
    this.#position = position
    const now = Date.now()
    if (now - this.#checkpointAt >= CHECKPOINT_EVERY_MS) {
      this.#checkpointAt = now
      this.#writeCheckpoint()?.catch((error: unknown) => (this.#failure = error))
    }
    if (now - this.#totalsAt >= TOTALS_EVERY_MS) {
      this.#totalsAt = now
      this.#totals?.write(this.tracker.oracle.totals()).catch((error: unknown) => (this.#failure = error))
    }
  }

  /** Writes both files as things stand now. */
  async close(): Promise<void> {
    await this.#writeCheckpoint()
    await this.#totals?.write(this.tracker.oracle.totals())
  }

  #writeCheckpoint(): Promise<void> | undefined {
    const { replay } = this.before
    const position = this.#position === undefined ? {} : { position: this.#position }
    return this.#checkpoint?.write({ replay, ...position, rejected: this.tracker.rejected })
  }
}
