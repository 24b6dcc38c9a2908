import type { TallyEvent } from '@mcc/contract'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Receipt } from '../sender/answer.js'
import { JsonFile } from '../sender/checkpoint.js'
import type { Outgoing } from '../sender/outgoing.js'
import { Sender } from '../sender/sender.js'
import { httpTransport } from '../sender/transport.js'
import type { Options } from './options.js'
import type { PortalReading } from './reading.js'
import { revise, revisions } from './revise.js'
import { readPortal } from './sources.js'

const BATCH = 1_000

/** Where the figures go, and who hears of it. */
export interface PullContext {
  options: Options
  data: string
  key: string
  /** Told of every wait for the gateway. */
  waiting: (why: string, ms: number) => void
}

/** What one pull did. */
export interface Pulled {
  readings: readonly PortalReading[]
  /** Records whose content is new or has changed; the others are the very same events again. */
  changed: number
  accepted: number
  rejected: { id: string; path: string; code: string; message: string }[]
}

interface Batch extends Outgoing<number> {
  events: readonly TallyEvent[]
}

function* batchesOf(events: readonly TallyEvent[]): Generator<Batch> {
  for (let at = 0; at < events.length; at += BATCH) {
    const part = events.slice(at, at + BATCH)
    const body = part.map((event) => `${JSON.stringify(event)}\n`).join('')
    yield { body, lines: part.length, position: at + part.length, events: part }
  }
}

const rejectedOf = (batch: Batch, receipt: Receipt): Pulled['rejected'] =>
  receipt.rejected.map(({ line, ...why }) => ({ id: batch.events[line - 1]?.id ?? `line ${line}`, ...why }))

/** A revision means something only to the store that was told it: one file of them per gateway. */
const revisionsFile = (data: string, { hostname, port }: URL): string =>
  join(data, 'portal', `${hostname}-${port || 'default'}.json`)

/**
 * Reads the portal once and posts its tallies. The revisions are on disk before anything is sent, so that after a
 * crash the same content is the same event again.
 * @param now epoch milliseconds
 * @throws PortalShapeError, SenderStopped
 */
export async function pull(context: PullContext, now: number): Promise<Pulled> {
  const { options, data, key, waiting } = context
  const readings = await readPortal(options.from, options.at, now)
  const file = new JsonFile(revisionsFile(data, options.target), revisions)
  await mkdir(dirname(file.path), { recursive: true })
  const { events, known, changed } = revise(readings, (await file.read()) ?? {}, now, options.exercise)
  await file.write(known)
  const pulled: Pulled = { readings, changed, accepted: 0, rejected: [] }
  const transport = httpTransport(new URL('/v1/events', options.target), 1)
  const sender = new Sender<Batch, number>({
    transport,
    key,
    inFlight: 1,
    onWait: waiting,
    onTaken: (batch, receipt) => {
      pulled.accepted += receipt.accepted
      pulled.rejected.push(...rejectedOf(batch, receipt))
    },
  })
  try {
    await sender.send(batchesOf(events))
  } finally {
    transport.close()
  }
  return pulled
}
