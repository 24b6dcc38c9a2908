import type { Batch } from '../queue/batch.js'

/** A record of ordinary length takes a quarter of it. */
const CHARS_OF_ONE = 1_000

/**
 * What a batch weighs in a group, in records: refused ones too, since they are written with it, and long ones as several.
 * A group is one statement per table; many batches of nothing but long refused lines once made one that killed the engine.
 */
export function weightOf({ lines, refused }: Pick<Batch, 'lines' | 'refused'>): number {
  let chars = 0
  for (const { entry } of lines) chars += entry.rows.length
  for (const { body } of refused) chars += body.length
  return Math.max(lines.length + refused.length, chars / CHARS_OF_ONE)
}
