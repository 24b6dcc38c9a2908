import type { ExerciseMark } from '@mcc/contract'
import { z } from 'zod'
import type { Warehouse } from './connect.js'
import { query } from './query.js'

const stored = query({
  name: 'store-kind',
  sql: 'SELECT kind, scale FROM store ORDER BY created_at LIMIT 1',
  params: z.object({}),
  row: z.object({ kind: z.enum(['real', 'exercise']), scale: z.number() }),
})

/** The mark of this store: undefined for a real one, and for one that was never started. */
export async function exerciseMarkOf(w: Warehouse): Promise<ExerciseMark | undefined> {
  const [row] = await stored(w, {})
  return row?.kind === 'exercise' ? { scale: row.scale } : undefined
}

/**
 * Declares what the store is, once for ever. Throws when it was declared otherwise before:
 * an exercise never becomes real, a real store never an exercise, and a scale never changes.
 */
export async function declareStore(w: Warehouse, mark: ExerciseMark | undefined, now: number): Promise<void> {
  const [row] = await stored(w, {})
  const kind = mark ? 'exercise' : 'real'
  if (!row) {
    const created_at = new Date(now).toISOString().slice(0, 23).replace('T', ' ')
    await w.ch.insert({
      table: 'store',
      values: [{ kind, scale: mark?.scale ?? 1, created_at }],
      format: 'JSONEachRow',
    })
    return
  }
  const is = (k: string, s: number): string =>
    k === 'real' ? 'a real store' : `an exercise store of scale ${s}`
  if (row.kind !== kind || (mark && row.scale !== mark.scale)) {
    throw new Error(
      `this is ${is(row.kind, row.scale)}; it cannot be started as ${is(kind, mark?.scale ?? 1)}`,
    )
  }
}
