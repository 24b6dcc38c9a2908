import { EXERCISE_NOW_HEADER, type AnyEvent } from '@mcc/contract'
import type { Outgoing } from '../sender/outgoing.js'
import { dayAt } from './calendar.js'
import { Days } from './emit/day.js'
import { hash, SALT } from './random.js'
import type { World } from './world/world.js'

/** Where a batch stands in a replay: day and number within the day, from 0. */
export interface Position {
  readonly day: string
  readonly batch: number
}
/** A batch of the replay; `ms` is the exercise moment at which it is due, `events` what it says. */
export interface ReplayBatch extends Outgoing<Position> {
  readonly ms: number
  readonly dayIndex: number
  readonly events: readonly AnyEvent[]
}

/** Limits of the gateway: 2,000 events, 2 MB; a margin is kept. */
const MOST_EVENTS = 2000
const MOST_BYTES = 1_900_000
/** One batch in a hundred is sent a second time, one in two hundred overlaps its neighbour. */
const RESENT_OF = 100
const RECUT_OF = 200

interface Cut {
  readonly lines: string[]
  readonly events: AnyEvent[]
}

function* cut(events: readonly AnyEvent[]): Generator<Cut> {
  let lines: string[] = []
  let start = 0
  let bytes = 0
  for (let i = 0; i < events.length; i++) {
    const line = JSON.stringify(events[i])
    const size = Buffer.byteLength(line) + 1
    if (lines.length > 0 && (lines.length === MOST_EVENTS || bytes + size > MOST_BYTES)) {
      yield { lines, events: events.slice(start, i) }
      lines = []
      start = i
      bytes = 0
    }
    lines.push(line)
    bytes += size
  }
  if (lines.length > 0) yield { lines, events: events.slice(start) }
}

/** The end of one batch and the beginning of the next as a batch of its own: only duplicates. */
function recut(before: Cut, after: Cut): Cut {
  const from = Math.floor(before.lines.length / 2)
  const to = Math.floor(after.lines.length / 2)
  return {
    lines: [...before.lines.slice(from), ...after.lines.slice(0, to)].slice(0, MOST_EVENTS / 2),
    events: [...before.events.slice(from), ...after.events.slice(0, to)].slice(0, MOST_EVENTS / 2),
  }
}

/** The batches of one day in the order of sending, with those that are sent again. */
function* batchesOf(world: World, days: Days, dayIndex: number): Generator<ReplayBatch> {
  const day = dayAt(dayIndex)
  let batch = 0
  let before: Cut | undefined
  for (const slice of days.of(dayIndex))
    for (const piece of cut(slice.events)) {
      const random = hash(world.seed + SALT.batch, dayIndex, batch, 0)
      const make = (of: Cut): ReplayBatch => ({
        body: `${of.lines.join('\n')}\n`,
        lines: of.lines.length,
        headers: { [EXERCISE_NOW_HEADER]: slice.now },
        position: { day, batch: batch++ },
        ms: slice.ms,
        dayIndex,
        events: of.events,
        alone: of.events.some((event) => event.type === 'facility'),
      })
      yield make(piece)
      if (random % RESENT_OF === 0) yield make(piece)
      if (random % RECUT_OF === 1 && before) yield make(recut(before, piece))
      before = piece
    }
}

/** All batches of a replay after `done` (the position of the last one acknowledged without a gap). */
export function* batchesAfter(world: World, done: Position | undefined): Generator<ReplayBatch> {
  const days = new Days(world)
  for (let day = world.from; day <= world.to; day++) {
    const name = dayAt(day)
    if (done && name < done.day) continue
    for (const batch of batchesOf(world, days, day))
      if (!done || name > done.day || batch.position.batch > done.batch) yield batch
  }
}
