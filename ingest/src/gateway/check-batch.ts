import {
  checkEvent,
  type CheckContext,
  type EventType,
  REJECTIONS,
  type Rejection,
  upsertSchemas,
} from '@mcc/contract'
import { type Line, lineOf, type RefusedLine } from '../queue/batch.js'
import type { Line as InputLine } from './lines.js'
import type { Pseudonymise } from './pseudonym.js'

export interface CheckedBatch {
  lines: Line[]
  /** Every reason, for the sender. */
  rejections: ({ line: number } & Rejection)[]
  /** One per refused line with its first reason, for quarantine. */
  refused: RefusedLine[]
}

/** The most of a refused record that is kept. */
const BODY_MAX = 4_000

/** The record as it may be kept: only fields that the contract knows, so that no name or number slips in. */
function keepable(input: unknown): string {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return ''
  const type = (input as { type?: unknown }).type
  const schema =
    typeof type === 'string' && Object.hasOwn(upsertSchemas, type)
      ? upsertSchemas[type as EventType]
      : undefined
  const known = Object.entries(input).filter(([key]) =>
    schema === undefined ? ['type', 'id', 'rev', 'op'].includes(key) : key in schema.shape,
  )
  return JSON.stringify(Object.fromEntries(known)).slice(0, BODY_MAX)
}

const typeOf = (input: unknown): string => {
  const type = typeof input === 'object' && input !== null ? (input as { type?: unknown }).type : undefined
  return typeof type === 'string' ? type.slice(0, 40) : ''
}

/** Checks the lines of a batch against the contract. */
export function checkBatch(
  lines: readonly InputLine[],
  pseudonymise: Pseudonymise,
  context: CheckContext,
): CheckedBatch {
  const out: CheckedBatch = { lines: [], rejections: [], refused: [] }
  for (const l of lines) {
    const input = 'broken' in l ? undefined : pseudonymise(l.input)
    const checked =
      'broken' in l
        ? {
            ok: false as const,
            rejections: [{ path: '', code: 'not_json' as const, message: REJECTIONS.not_json }],
          }
        : checkEvent(input, context)
    if (checked.ok) {
      out.lines.push(lineOf(l.line, checked.event))
      continue
    }
    for (const r of checked.rejections) out.rejections.push({ line: l.line, ...r })
    out.refused.push({ line: l.line, type: typeOf(input), ...checked.rejections[0]!, body: keepable(input) })
  }
  return out
}
