import { type EventType, upsertSchemas } from '@mcc/contract'
import { z } from 'zod'

/** The most of a refused record that is kept. */
const BODY_MAX = 4_000

/** Of a record whose type is not known. */
const ENVELOPE = z.object({ type: z.unknown(), id: z.unknown(), rev: z.unknown(), op: z.unknown() })

/** What the contract knows of a value, level by level; undefined where it knows nothing of the kind. */
function known(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodOptional) return known(schema.unwrap(), value)
  if (typeof value !== 'object' || value === null) return value
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((v) => known(schema.element, v))
  if (!(schema instanceof z.ZodObject) || Array.isArray(value)) return undefined
  const shape: Record<string, unknown> = schema.shape
  const fields = Object.entries(value).filter(([key]) => Object.hasOwn(shape, key))
  return Object.fromEntries(fields.map(([key, field]) => [key, known(shape[key], field)]))
}

/**
 * A refused record as it may be kept: at every level only what the contract has a place for, so that no name or number of
 * a person slips in, and however deep a record is nested, its batch is not lost for it.
 */
export function keepable(input: unknown): string {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return ''
  const type = (input as { type?: unknown }).type
  const schema =
    typeof type === 'string' && Object.hasOwn(upsertSchemas, type)
      ? upsertSchemas[type as EventType]
      : ENVELOPE
  return JSON.stringify(known(schema, input)).slice(0, BODY_MAX)
}
