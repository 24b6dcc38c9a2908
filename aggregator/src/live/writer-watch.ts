import type { ChangedNotice } from '@mcc/contract'
import type { WriterWord } from './system.js'
import { EVERYTHING, merge, NOTHING, type Touched, touchedBy } from './touched.js'

/**
 * Follows the writer: what its notices touched, and up to when everything is known. Pure but for its memory.
 * A notice can be lost; then the numbers have a gap, or the writer's hash is ahead, and everything is read again.
 */
export class WriterWatch {
  private pending: Touched = EVERYTHING
  private seq: number | undefined
  /** The writer's number at the look before; a notice may be under way while the hash already has its number. */
  private seen: number | undefined
  /** Epoch ms; undefined until the writer, or the store, has said one. */
  watermark: number | undefined
  /** The newest instant that the writer itself has called settled (epoch ms); what was known then can be asked for. */
  settled: number | undefined

  notice(n: ChangedNotice): void {
    const follows = this.seq !== undefined && n.seq === this.seq + 1
    this.touch(follows ? touchedBy(n) : EVERYTHING)
    this.seq = n.seq
    this.watermark = this.settled = n.watermark
  }

  /** The writer's hash as it stands. */
  word(w: WriterWord): void {
    // a writer that has not announced anything yet has no number; a store without records has the mark 0
    const { seq = 0, watermark = 0 } = w
    if (watermark <= 0) return
    const lost = this.seen !== undefined && (this.seq === undefined || this.seq < this.seen)
    if (this.seq === undefined || lost || seq < this.seq) {
      if (this.seq !== undefined) this.touch(EVERYTHING)
      this.seq = seq
    }
    // a mark that belongs to a notice still under way would promise figures that are not read yet
    if (seq === this.seq) this.watermark = this.settled = watermark
    this.seen = seq
  }

  touch(t: Touched): void {
    this.pending = merge(this.pending, t)
  }

  /** Takes what is to be read. */
  take(): Touched {
    const taken = this.pending
    this.pending = NOTHING
    return taken
  }
}
