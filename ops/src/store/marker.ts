import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LOCK_FILE } from '../supervisor/lock.js'

const FILE = 'exercise.json'
const marker = z.object({ exercise: z.literal(true), scale: z.number().gt(0).max(1) })

/** The data directory is not of the kind that was asked for. */
export class WrongStoreError extends Error {
  override name = 'WrongStoreError'
}

/** The scale of an exercise store; `undefined` for a real store or an empty place. @throws ZodError when the mark is damaged */
export function exerciseScaleOf(data: string): number | undefined {
  try {
    return marker.parse(JSON.parse(readFileSync(join(data, FILE), 'utf8'))).scale
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const holdsData = (data: string): boolean => {
  try {
    return readdirSync(data).some((entry) => entry === 'engine' || entry === 'redis')
  } catch {
    return false
  }
}

/**
 * Marks a data directory as an exercise store of `scale` (share of the real campaign).
 * @throws WrongStoreError when it already holds a real store, or an exercise of another scale
 */
export function markExercise(data: string, scale: number): void {
  const known = exerciseScaleOf(data)
  if (known === scale) return
  if (known !== undefined)
    throw new WrongStoreError(
      `${data} là diễn tập tỷ lệ ${known} · holds an exercise of scale ${known}, not ${scale}; start over with --fresh`,
    )
  if (holdsData(data)) throw new WrongStoreError(`${data} holds a real store: no exercise is played on it`)
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(join(data, FILE), `${JSON.stringify({ exercise: true, scale })}\n`)
}

/** @throws WrongStoreError when the directory is an exercise store: real records never go there */
export function assertReal(data: string): void {
  if (exerciseScaleOf(data) !== undefined)
    throw new WrongStoreError(`${data} is an exercise store: the real system does not start on it`)
}

/**
 * Deletes all that an exercise store holds, but the lock of whoever asks; nothing there is fine.
 * @throws WrongStoreError when the directory holds anything without the mark of an exercise
 */
export function deleteExercise(data: string): void {
  if (exerciseScaleOf(data) === undefined) {
    if (holdsData(data)) throw new WrongStoreError(`${data} carries no exercise mark: it is not deleted`)
    return
  }
  for (const entry of readdirSync(data))
    if (entry !== LOCK_FILE) rmSync(join(data, entry), { recursive: true, force: true })
}
