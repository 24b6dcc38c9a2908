import type { Receipt } from '../sender/answer.js'
import { Sender } from '../sender/sender.js'
import { httpTransport } from '../sender/transport.js'
import { batchesAfter, type Position, type ReplayBatch } from './batches.js'
import { indexOf } from './calendar.js'
import { type Checkpoint, checkpointFile, replayName } from './checkpoint.js'
import { Ledger } from './ledger.js'
import type { ReplayOptions } from './options.js'
import { paced } from './pace.js'
import { Progress } from './progress.js'
import { Tracker } from './tracker.js'
import { buildWorld, type World } from './world/world.js'

/** Where a run says what it does, and how it is stopped. */
export interface RunContext {
  readonly out: (text: string) => void
  readonly warn: (text: string) => void
  readonly inPlace: boolean
  readonly signal: AbortSignal
}

/** The checkpoint of an earlier run of the same replay; throws when the file is of another one. */
async function earlier(options: ReplayOptions): Promise<Checkpoint> {
  const replay = replayName(options.settings)
  const found = options.checkpoint === undefined ? undefined : await checkpointFile(options.checkpoint).read()
  if (found && found.replay !== replay)
    throw new Error(
      `${options.checkpoint} belongs to another replay (${found.replay}), this one is ${replay}`,
    )
  return found ?? { replay, rejected: [] }
}

/** Counts again what earlier runs had acknowledged: the generator makes the same events. */
function recount(world: World, done: Position | undefined, tracker: Tracker): void {
  if (!done) return
  for (const batch of batchesAfter(world, undefined)) {
    const { day, batch: n } = batch.position
    if (day > done.day || (day === done.day && n > done.batch)) return
    tracker.recall(batch)
  }
}

/**
 * Runs a replay to its end: makes the events, posts them, keeps checkpoint and ledger. Rejects with `SenderStopped` when
 * the gateway refuses, or when `signal` stops it; checkpoint and ledger then stand where it ended.
 */
export async function runReplay(options: ReplayOptions, context: RunContext): Promise<Tracker> {
  const before = await earlier(options)
  const world = buildWorld(options.settings)
  const tracker = new Tracker(before.rejected)
  recount(world, before.position, tracker)
  const { to } = options.settings
  const from = before.position ? indexOf(before.position.day) : options.settings.from
  const progress = new Progress(from, to, context.inPlace, context.out, Date.now())
  const ledger = new Ledger(options, before, tracker)
  const counts = () => ({
    sent: tracker.sent,
    rejected: tracker.rejected.length,
    dosesTotal: tracker.oracle.doses,
  })
  const transport = httpTransport(options.target, options.inFlight)
  const sender = new Sender<ReplayBatch, Position>({
    transport,
    key: options.key,
    inFlight: options.inFlight,
    signal: context.signal,
    onTaken: (batch: ReplayBatch, receipt: Receipt) => {
      tracker.taken(batch, receipt)
      progress.at(batch.dayIndex, Date.now(), counts)
    },
    onPrefix: (position) => ledger.reached(position),
    onWait: seldom((why) => context.warn(`the gateway takes nothing now (${why}); waiting\n`)),
  })
  try {
    await sender.send(paced(batchesAfter(world, before.position), options.speed, context.signal))
    progress.end(Date.now(), counts())
  } finally {
    transport.close()
    await ledger.close()
  }
  return tracker
}

const WARN_EVERY_MS = 10_000

/** Passes a remark on at most every ten seconds. */
function seldom(say: (why: string) => void): (why: string) => void {
  let last = -Infinity
  return (why) => {
    if (Date.now() - last < WARN_EVERY_MS) return
    last = Date.now()
    say(why)
  }
}
