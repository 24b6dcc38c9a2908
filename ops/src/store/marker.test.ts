import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WrongStoreError, assertReal, deleteExercise, exerciseScaleOf, markExercise } from './marker.js'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mcc-marker-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('marks an empty place once, and holds to its scale', () => {
  assertReal(dir)
  markExercise(dir, 0.01)
  markExercise(dir, 0.01)
  expect(exerciseScaleOf(dir)).toBe(0.01)
  expect(() => markExercise(dir, 0.1)).toThrow(WrongStoreError)
  expect(() => assertReal(dir)).toThrow(WrongStoreError)
})

it('never makes an exercise of a real store, nor deletes one', () => {
  mkdirSync(join(dir, 'engine'))
  expect(() => markExercise(dir, 0.01)).toThrow(WrongStoreError)
  expect(() => deleteExercise(dir)).toThrow(WrongStoreError)
  expect(existsSync(join(dir, 'engine'))).toBe(true)
})

it('deletes an exercise with all it holds', () => {
  markExercise(dir, 0.01)
  mkdirSync(join(dir, 'engine'))
  deleteExercise(dir)
  expect(existsSync(join(dir, 'engine'))).toBe(false)
  expect(exerciseScaleOf(dir)).toBeUndefined()
  deleteExercise(join(dir, 'nowhere'))
})
