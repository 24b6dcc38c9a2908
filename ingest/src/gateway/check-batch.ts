import { checkEvent, type CheckContext, REJECTIONS, type Rejection } from '@mcc/contract'
import { type Line, lineOf, type RefusedLine } from '../queue/batch.js'
import { keepable } from './keepable.js'
import type { Line as InputLine } from './lines.js'
import type { Pseudonymise } from './pseudonym.js'

export interface CheckedBatch {
  lines: Line[]
  /** Every reason, for the sender. */
  rejections: ({ line: number } & Rejection)[]
  /** One per refused line with its first reason, for quarantine. */
  refused: RefusedLine[]
}

/** The most that is kept of a path: a field that the contract does not know is named as its sender likes. */
const PATH_MAX = 200

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
    const { path, code, message } = checked.rejections[0]!
    const why = { path: path.slice(0, PATH_MAX), code, message }
    out.refused.push({ line: l.line, type: typeOf(input), ...why, body: keepable(input) })
  }
  return out
}
