import { CHANGED_CHANNEL, type ChangedNotice, WRITER_KEY } from '@mcc/contract'
import type { Touched } from '@mcc/warehouse'
import type { Redis } from 'ioredis'

export interface Announcer {
  /** Tells that a group is in the store: what it touched, and the new watermark. */
  changed(watermark: number, touched: Touched[]): Promise<void>
  /** Tells that nobody knows what changed: the gap makes everybody read everything again. */
  everything(watermark: number): Promise<void>
  /** Says that the writer lives; `watermark` only when everything before it is settled. */
  alive(watermark: number | undefined, now: number): Promise<void>
}

/** Publishes notices; a lost one shows as a gap of `seq`, and the hash holds the newest for those who missed it. */
export function makeAnnouncer(redis: Redis, firstSeq: number): Announcer {
  let seq = firstSeq
  async function say(step: number, watermark: number, touched: Touched[]): Promise<void> {
    seq += step
    const notice: ChangedNotice = { seq, watermark, touched }
    await redis.hset(WRITER_KEY, { seq, watermark })
    await redis.publish(CHANGED_CHANNEL, JSON.stringify(notice))
  }
  return {
    changed: (watermark, touched) => say(1, watermark, touched),
    everything: (watermark) => say(2, watermark, []),
    async alive(watermark, now) {
      await redis.hset(WRITER_KEY, watermark === undefined ? { aliveAt: now } : { aliveAt: now, watermark })
    },
  }
}
