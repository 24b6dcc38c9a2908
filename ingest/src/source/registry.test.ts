import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addSource, keyIdOf, readSourceKeys, revokeKey, revokeSource } from '@mcc/warehouse'
import { openRegistry } from './registry.js'

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

it('ends one key of a source and leaves the others', async () => {
  const [first, second] = [await addSource(directory, 'hue', 0), await addSource(directory, 'hue', 1)]
  const [, kept] = await readSourceKeys(directory)
  expect(await revokeKey(directory, 'other', keyIdOf(kept!), 2)).toBe(false)
  expect(await revokeKey(directory, 'hue', keyIdOf(kept!), 2)).toBe(true)
  expect(await revokeKey(directory, 'hue', keyIdOf(kept!), 3)).toBe(false)
  const registry = openRegistry(directory)
  expect([await registry.sourceOf(first), await registry.sourceOf(second)]).toEqual(['hue', undefined])
})

it('loses no key when several are made at once', async () => {
  const keys = await Promise.all(['a', 'b', 'c', 'd'].map((name) => addSource(directory, name, 0)))
  const registry = openRegistry(directory)
  expect(await Promise.all(keys.map((key) => registry.sourceOf(key)))).toEqual(['a', 'b', 'c', 'd'])
})
