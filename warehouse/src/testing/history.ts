import { type AnyEvent, EVENT_TYPES, type EventType } from '@mcc/contract'
import fc from 'fast-check'
import { CONTENTS, instant } from './contents.js'

/** Batches as the writer takes them: those of one group are counted together. */
export interface HistoryBatch {
  events: AnyEvent[]
  /** Milliseconds between the known time of the batch before and its own; at least 1. */
  step: number
  /** Is it counted together with the batch before? */
  joined: boolean
}

const withoutAbsent = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

function eventOf(type: EventType, ids: number): fc.Arbitrary<AnyEvent> {
  const envelope = fc.record({
    type: fc.constant(type),
    source: fc.constant('s'),
    id: fc.integer({ min: 0, max: ids }).map((n) => `${type}-${n}`),
    // few revisions: the same one often comes with other content
    rev: fc.integer({ min: 1, max: 4 }),
    occurredAt: instant,
    recordedAt: instant,
    exercise: fc.constant(true),
  })
  return fc
    .tuple(envelope, CONTENTS[type], fc.nat(9))
    .map(
      ([e, content, n]) =>
        (n === 0 ? { ...e, op: 'void' } : { ...e, op: 'upsert', ...withoutAbsent(content) }) as AnyEvent,
    )
}

/** Half the events are doses; a record is spoken of about four times. */
const eventOfAnyType = (size: number): fc.Arbitrary<AnyEvent> =>
  fc.oneof(
    ...EVENT_TYPES.map((type) => ({
      weight: type === 'dose' ? 9 : 1,
      arbitrary: eventOf(type, Math.ceil(size / (type === 'dose' ? 8 : 72))),
    })),
  )

/** Puts slices of the stream in again, later: a source that starts over cuts its batches elsewhere. */
function withRepeats(
  events: readonly AnyEvent[],
  repeats: readonly { from: number; length: number; at: number }[],
): AnyEvent[] {
  const stream = [...events]
  for (const r of repeats) {
    const from = Math.floor(r.from * stream.length)
    const slice = stream.slice(from, from + r.length)
    stream.splice(from + Math.floor(r.at * (stream.length - from)), 0, ...slice)
  }
  return stream
}

function cutIntoBatches(
  stream: readonly AnyEvent[],
  cuts: readonly Omit<HistoryBatch & { length: number }, 'events'>[],
): HistoryBatch[] {
  const batches: HistoryBatch[] = []
  for (let at = 0, k = 0; at < stream.length; k++) {
    const { length, step, joined } = cuts[k % cuts.length]!
    batches.push({ events: stream.slice(at, at + length), step, joined })
    at += length
  }
  return batches
}

/**
 * Histories of up to `size` events of `type` (default: all): duplicates, slices sent again in other cuts, disorder,
 * corrections of day, place, product and dose number, voids, un-voids, late and future events, equal revisions with
 * different content.
 */
export const history = (size: number, type?: EventType): fc.Arbitrary<HistoryBatch[]> => {
  const event = type ? eventOf(type, Math.ceil(size / 4)) : eventOfAnyType(size)
  const unit = fc.double({ min: 0, max: 0.999, noNaN: true })
  const most = Math.max(1, Math.ceil(size / 5))
  return fc
    .record({
      events: fc.array(event, { minLength: Math.ceil(size / 2), maxLength: size, size: 'max' }),
      repeats: fc.array(fc.record({ from: unit, length: fc.integer({ min: 1, max: most }), at: unit }), {
        maxLength: 4,
      }),
      cuts: fc.array(
        fc.record({
          length: fc.integer({ min: Math.ceil(most / 4), max: most }),
          step: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 7_200_000 })),
          joined: fc.boolean(),
        }),
        { minLength: 20, maxLength: 20 },
      ),
    })
    .map(({ events, repeats, cuts }) => cutIntoBatches(withRepeats(events, repeats), cuts))
}
