import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addSource, openRegistry, revokeSource } from './registry.js'

let directory: string
beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'mcc-sources-'))))
afterEach(() => rm(directory, { recursive: true, force: true }))

it('knows a key from its first question on, however many ask at once', async () => {
  const key = await addSource(directory, 'hanoi', 0)
  const registry = openRegistry(directory)
  const answers = await Promise.all(Array.from({ length: 20 }, () => registry.sourceOf(key)))
  expect(new Set(answers)).toEqual(new Set(['hanoi']))
})

it('sees new and revoked keys without a restart, and never keeps a key itself', async () => {
  const registry = openRegistry(directory, 0)
  expect(await registry.sourceOf('mcc_x')).toBeUndefined()
  const key = await addSource(directory, 'hue', 0)
  expect(await registry.sourceOf(key)).toBe('hue')
  expect(await revokeSource(directory, 'hue', 1)).toBe(1)
  expect(await registry.sourceOf(key)).toBeUndefined()
})
