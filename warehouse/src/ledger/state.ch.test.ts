import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startStore, type TestStore } from '../testing/store.js'
import { readStates, type RecordState, writeStates } from './state.js'

let store: TestStore
beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.stop())

it('finds each record by its whole key, however many are asked for in however many statements', async () => {
  // 64 letters of three bytes are the longest identifier; a quote and a backslash no contract lets through
  const keys = Array.from({ length: 4_000 }, (_, n) => `dose|${'ộ'.repeat(60)}|${n}`)
  keys.push(`dose|s|it's`, String.raw`dose|s|back\slash`, String.raw`dose|s|\n`)
  const state = (key: string, n: number): RecordState => ({
    key,
    rev: 1 + n,
    hash: `h${n}`,
    live: true,
    rows: `2021-10-19\t01\t${n}`,
    batch: 'b',
  })
  const written = keys.map(state).filter((_s, n) => n % 3 !== 1)
  await writeStates(store.w, written, Date.UTC(2021, 9, 19))

  const found = await readStates(store.w, keys)
  expect(found).toEqual(new Map(written.map((s) => [s.key, s])))
  expect(await readStates(store.w, [])).toEqual(new Map())
  expect(await readStates(store.w, ['dose|s|it'])).toEqual(new Map())
}, 60_000)

it('gives back every state as it was written, whatever its contents hold but line ends, which they escape', async () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('"', "'", ',', '\\', '\t', '\x1E', ' ', 'N', 'ộ') }),
  )
  const states = fc.array(
    fc.record({
      rev: fc.integer({ min: 1, max: 1_000_000 }),
      hash: fc.constantFrom('0123456789abcdef', 'void'),
      live: fc.boolean(),
      rows: part,
      batch: fc.uuid(),
    }),
    { minLength: 1, maxLength: 20 },
  )
  let run = 0
  await fc.assert(
    fc.asyncProperty(states, part, async (some, name) => {
      run += 1
      const written = some.map((s, n): RecordState => ({
        ...s,
        key: `dose|${run}|${n} ${name}`,
      }))
      await writeStates(store.w, written, Date.UTC(2021, 9, 19))
      const found = await readStates(
        store.w,
        written.map((s) => s.key),
      )
      expect(found).toEqual(new Map(written.map((s) => [s.key, s])))
    }),
    { numRuns: 100 },
  )
}, 60_000)
