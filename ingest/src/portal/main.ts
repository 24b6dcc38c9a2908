import { SenderStopped } from '../sender/answer.js'
import { dataDir, keptKey, readConfig, runningRedis } from './config.js'
import { USAGE, UsageError, readOptions } from './options.js'
import { type PullContext, type Pulled, pull } from './pull.js'
import { PortalShapeError } from './reading.js'
import { repeat } from './schedule.js'
import { PortalAwayError } from './sources.js'
import { summarise, summaryLine } from './summary.js'
import { TargetError, assertStoreKind } from './target.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const REJECTIONS_SHOWN = 10

function tell({ readings, changed, accepted, rejected }: Pulled): void {
  for (const day of summarise(readings)) say(summaryLine(day))
  say(
    `đã gửi · accepted ${accepted} of ${readings.length} tallies, ${changed} of them new or changed, ${rejected.length} rejected`,
  )
  for (const { id, path, code, message } of rejected.slice(0, REJECTIONS_SHOWN))
    say(`  ${id} ${path}: ${code}, ${message}`)
}

async function keepPulling(context: PullContext, redisUrl: string, everyMs: number): Promise<void> {
  const stop = await repeat(
    redisUrl,
    everyMs,
    async () => tell(await pull(context, Date.now())),
    (error) => say(`lần này không được · this pull failed: ${error.message}`),
  )
  say(`lặp lại mỗi · again every ${everyMs / 1_000} s (Ctrl-C: dừng · stop)`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(0)))
}

/** `npm run portal`: what the provinces reported to the national portal, as tallies to the gateway. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const options = readOptions(process.argv.slice(2), config.INGEST_PORT)
  const data = dataDir(config, options.exercise)
  await assertStoreKind(options.target, options.exercise)
  const key = options.key ?? config.MCC_API_KEY ?? keptKey(data)
  if (key === undefined)
    throw new UsageError(
      `no API key: give --key, or set MCC_DATA to the directory of the system that runs here`,
    )
  const waiting = (why: string, ms: number) =>
    say(`chờ · the gateway cannot take it now (${why}), again in ${ms} ms`)
  const context: PullContext = { options, data, key, waiting }
  if (options.everyMs !== undefined) {
    const redisUrl = config.REDIS_URL ?? runningRedis(data)
    if (redisUrl === undefined)
      throw new UsageError('--every needs Redis: set REDIS_URL, or start the system here')
    return keepPulling(context, redisUrl, options.everyMs)
  }
  const pulled = await pull(context, Date.now())
  tell(pulled)
  if (pulled.rejected.length > 0) process.exitCode = 1
}

function explain(error: unknown): void {
  const plain = [PortalShapeError, PortalAwayError, TargetError, SenderStopped].some(
    (kind) => error instanceof kind,
  )
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${USAGE}\n`)
  else if (plain || missing) process.stderr.write(`${(error as Error).message}\n`)
  else console.error(error)
  process.exitCode = 1
}

main().catch(explain)
