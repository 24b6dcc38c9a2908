import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { QUEUE_NAME, WRITER_KEY } from '@mcc/contract'
import { BackupError, connect, saveStore, type StoreManifest } from '@mcc/warehouse'
import type { Redis } from 'ioredis'
import { batchJob } from '../queue/batch.js'
import { queuedBatches } from '../queue/queued.js'
import { patientRedis } from '../queue/redis.js'
import { copyBeside, move } from './files.js'
import { whileWriterRests } from './held.js'
import { type Manifest, writeManifest } from './manifest.js'
import type { Stores } from './stores.js'

/** Reading and copying a large store takes minutes. */
export const STATEMENT_MS = 3_600_000
/** Clocks of several gateways differ; what comes twice counts once. */
const MARGIN_MS = 60_000

const iso = (ms: number): string => new Date(ms).toISOString()

/** When the oldest batch that is accepted but not counted was received, epoch ms; undefined when none waits. */
async function oldestWaiting(redis: Redis): Promise<number | undefined> {
  let oldest: number | undefined
  // one at a time: a full queue holds hundreds of megabytes
  for (const batch of await queuedBatches(redis)) {
    const text = await redis.hget(`bull:${QUEUE_NAME}:${batch}`, 'data')
    if (text === null) continue
    const { receivedAt } = batchJob.parse(JSON.parse(text))
    oldest = Math.min(oldest ?? receivedAt, receivedAt)
  }
  return oldest
}

interface Moment {
  store: StoreManifest
  watermark: number
  resendFrom: number
}

async function saveAtRest(stores: Stores, name: string, say: (what: string) => void): Promise<Moment> {
  const redis = patientRedis(stores.redisUrl)
  redis.on('error', () => undefined)
  const warehouse = connect(stores.warehouse, STATEMENT_MS)
  try {
    return await whileWriterRests(redis, async () => {
      const watermark = Number((await redis.hget(WRITER_KEY, 'watermark')) ?? 0)
      const waiting = await oldestWaiting(redis)
      const store = await saveStore(warehouse, name, say)
      return {
        store,
        watermark,
        resendFrom: Math.max(0, Math.min(watermark, waiting ?? watermark) - MARGIN_MS),
      }
    })
  } finally {
    await warehouse.close()
    redis.disconnect()
  }
}

/**
 * Makes a backup of a running system in `directory`, which must be empty or not there. The writer rests while the tables
 * are copied; senders notice nothing, what they send waits in the queue.
 * @throws BackupError saying what stands in the way
 */
export async function backup(
  stores: Stores,
  data: string,
  directory: string,
  now: number,
  say: (what: string) => void,
): Promise<Manifest> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  if ((await readdir(directory)).length > 0) throw new BackupError(`${directory} is not empty`)
  const name = `mcc-${iso(now).replaceAll(/[:.]/g, '-')}`
  // before the tables: what a source notes as sent must not be newer than what they hold
  say('copying keys, accounts, audit, alarms')
  const files = await copyBeside(data, join(directory, 'files'))
  say('waiting for the writer to rest')
  const { store, watermark, resendFrom } = await saveAtRest(stores, name, say)
  if (stores.embedded) await move(join(data, 'backups', name), resolve(directory, 'store'))
  const place = stores.embedded ? 'here' : 'server'
  const made: Manifest = {
    format: 1,
    madeAt: iso(now),
    watermark: iso(watermark),
    resendFrom: iso(resendFrom),
    place,
    files,
    store: { ...store, name: stores.embedded ? 'store' : name },
  }
  await writeManifest(directory, made)
  return made
}
