import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diff, type Json, patch } from './diff.js'

const json = fc.jsonValue({ maxDepth: 4 }).map((v) => JSON.parse(JSON.stringify(v)) as Json)
const keys = fc.string({ maxLength: 4 }).filter((k) => k !== '__proto__')
const state = fc.dictionary(keys, json, { noNullPrototype: true })

it('patch(before, diff(before, after)) is after', () => {
  fc.assert(
    fc.property(state, state, (a, b) => {
      expect(patch(a, diff(a, b))).toEqual(b)
    }),
    { numRuns: 500 },
  )
})

it.each(['valueOf', 'constructor', 'toString'])(
  'takes a key that every object inherits for a key: %s',
  (key) => {
    const before: Json = { a: { [key]: 1 }, [key]: 1 }
    expect(patch(before, diff(before, { a: {} }))).toEqual({ a: {} })
    expect(patch({ a: {} }, diff({ a: {} }, before))).toEqual(before)
  },
)

it('says nothing about equal states and keeps untouched branches', () => {
  const before = { a: { x: 1 }, b: { y: [1, 2] } }
  expect(diff(before, structuredClone(before))).toEqual([])
  const after = patch(before, [[['a', 'x'], 2]]) as typeof before
  expect(after).toEqual({ a: { x: 2 }, b: { y: [1, 2] } })
  expect(after.b).toBe(before.b)
})
