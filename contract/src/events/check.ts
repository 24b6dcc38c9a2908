import { msOf } from '../time.js'
import { type AnyEvent, EVENT_TYPES, type EventType, upsertSchemas, voidEvent } from './event.js'
import { REJECTIONS, type Rejection, type RejectionCode, rejectionsOf } from './rejection.js'

/** What the gateway knows of the sender and of the moment. */
export interface CheckContext {
  /** Receiving time, epoch milliseconds (the exercise's own clock on an exercise store). */
  now: number
  exercise: boolean
  source: string
}
export type Checked = { ok: true; event: AnyEvent } | { ok: false; rejections: Rejection[] }

/** Clocks of sources run ahead a little; beyond this a record lies in the future. */
export const FUTURE_TOLERANCE_MS = 5 * 60_000

const refuse = (code: RejectionCode, path = ''): Checked => ({
  ok: false,
  rejections: [{ path, code, message: REJECTIONS[code] }],
})
const knownType = (type: unknown): type is EventType => EVENT_TYPES.includes(type as EventType)

function ageRejection(birthYear: number, at: string): Rejection[] {
  const age = Number(at.slice(0, 4)) - birthYear
  return age < 0 || age > 120
    ? [{ path: 'birthYear', code: 'impossible_age', message: `${REJECTIONS.impossible_age}: ${age}` }]
    : []
}

function rulesOf(event: AnyEvent, context: CheckContext): Rejection[] {
  const found: Rejection[] = []
  const say = (code: RejectionCode, path: string) => found.push({ path, code, message: REJECTIONS[code] })
  const limit = context.now + FUTURE_TOLERANCE_MS
  if (msOf(event.occurredAt) > limit) say('in_future', 'occurredAt')
  if (msOf(event.recordedAt) > limit) say('in_future', 'recordedAt')
  if (event.source !== context.source) say('not_your_source', 'source')
  if (event.exercise === true && !context.exercise) say('exercise_in_real_store', 'exercise')
  if (event.exercise !== true && context.exercise) say('unmarked_in_exercise_store', 'exercise')
  if (event.op === 'void') return found
  if (event.type === 'dose') found.push(...ageRejection(event.birthYear, event.occurredAt))
  if (event.type === 'aefi') {
    found.push(...ageRejection(event.birthYear, event.vaccinatedAt))
    if (msOf(event.occurredAt) < msOf(event.vaccinatedAt)) say('dates_out_of_order', 'occurredAt')
    if (msOf(event.notifiedAt) < msOf(event.occurredAt)) say('dates_out_of_order', 'notifiedAt')
  }
  return found
}

/** Checks one parsed line against the contract and the rules a single record can be held to. */
export function checkEvent(input: unknown, context: CheckContext): Checked {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return refuse('not_an_object')
  const { type, op } = input as { type?: unknown; op?: unknown }
  if (!knownType(type)) return refuse(type === undefined ? 'missing_field' : 'unknown_type', 'type')
  const schema = op === 'void' ? voidEvent : upsertSchemas[type]
  const parsed = schema.safeParse(input, { reportInput: true })
  if (!parsed.success) return { ok: false, rejections: rejectionsOf(parsed.error) }
  const event: AnyEvent = parsed.data
  const rejections = rulesOf(event, context)
  return rejections.length > 0 ? { ok: false, rejections } : { ok: true, event }
}
