import { z } from 'zod'
import { aefiEvent } from './aefi.js'
import { envelope, text, voided } from './common.js'
import { doseEvent } from './dose.js'
import { facilityEvent, registrationEvent, sessionEvent } from './place.js'
import { requestEvent } from './request.js'
import { decisionEvent, lotEvent, movementEvent } from './supply.js'
import { tallyEvent } from './tally.js'

export const EVENT_TYPES = [
  'facility',
  'dose',
  'decision',
  'movement',
  'lot',
  'session',
  'registration',
  'tally',
  'aefi',
  'request',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** The content schema of each type; all objects are strict: an unknown field is refused. */
export const upsertSchemas = {
  facility: facilityEvent,
  dose: doseEvent,
  decision: decisionEvent,
  movement: movementEvent,
  lot: lotEvent,
  session: sessionEvent,
  registration: registrationEvent,
  tally: tallyEvent,
  aefi: aefiEvent,
  request: requestEvent,
} as const satisfies Record<EventType, z.ZodType>

/** Takes a record back: envelope only, with a `rev` above the last one. */
export const voidEvent = z.strictObject({
  type: z.enum(EVENT_TYPES),
  op: voided,
  ...envelope,
  reason: text.optional(),
})
export type VoidEvent = z.infer<typeof voidEvent>

export const upsertEvent = z.discriminatedUnion('type', [
  facilityEvent,
  doseEvent,
  decisionEvent,
  movementEvent,
  lotEvent,
  sessionEvent,
  registrationEvent,
  tallyEvent,
  aefiEvent,
  requestEvent,
])
export type UpsertEvent = z.infer<typeof upsertEvent>
/** Any event as a source sends it to `POST /v1/events`. */
export const anyEvent = z.union([upsertEvent, voidEvent])
export type AnyEvent = UpsertEvent | VoidEvent

/** The key of the record an event speaks of. */
export const recordKey = (e: { source: string; type: string; id: string }): string =>
  `${e.type}|${e.source}|${e.id}`

/** JSON Schema (draft 2020-12) of every event, as served by `GET /v1/schema`. */
export const eventJsonSchema = (): unknown => z.toJSONSchema(anyEvent, { unrepresentable: 'any' })
