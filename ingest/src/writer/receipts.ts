import { RECEIPTS_KEY } from '@mcc/contract'
import { type Warehouse, writeReceipts } from '@mcc/warehouse'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { receipt } from '../queue/receipt.js'

const EVERY_MS = 1_000
const AT_ONCE = 2_000

/** Takes receipts out of Redis, once the engine has them; returns how many. Repeating it changes nothing. */
async function moveReceipts(redis: Redis, w: Warehouse): Promise<number> {
  const [, page] = await redis.hscan(RECEIPTS_KEY, 0, 'COUNT', AT_ONCE)
  const texts = page.filter((_, i) => i % 2 === 1)
  const receipts = texts.map((text) => receipt.parse(JSON.parse(text)))
  if (receipts.length === 0) return 0
  await writeReceipts(w, receipts)
  await redis.hdel(RECEIPTS_KEY, ...receipts.map((r) => r.batch))
  return receipts.length
}

/** Moves receipts for as long as it is not ended; what fails is tried again. */
export function keepReceipts(redis: Redis, w: Warehouse, log: Logger): () => void {
  let timer: NodeJS.Timeout
  let ended = false
  const turn = (): void => {
    moveReceipts(redis, w)
      .catch((error: unknown) => log.warn({ err: error }, 'receipts wait'))
      .finally(() => {
        if (!ended) timer = setTimeout(turn, EVERY_MS)
      })
  }
  turn()
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
