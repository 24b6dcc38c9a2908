// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answer } from './request.js'
import { whenMoved } from './when-moved.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const away: Answer<number> = { ok: false, failure: 'unreachable' }
function follow(ask: (n: number) => Promise<Answer<number>>) {
  const heard: Answer<number>[] = []
  const count: { now: string | undefined } = { now: undefined }
  let asked = 0
  const stop = whenMoved(
    () => ask(asked++),
    () => count.now,
    (answer) => heard.push(answer),
  )
  return { heard, count, stop, asked: () => asked }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

it('asks at once, then only when the count has moved', async () => {
  const { heard, count, asked } = follow((n) => Promise.resolve({ ok: true, value: n }))
  await pass(60_000)
  expect(asked()).toBe(1)
  count.now = '5'
  await pass(60_000)
  expect(heard).toEqual([
    { ok: true, value: 0 },
    { ok: true, value: 1 },
  ])
})
it('asks again a server that was away, though the count stands', async () => {
  const { heard, asked } = follow((n) => Promise.resolve(n < 2 ? away : { ok: true, value: n }))
  await pass(60_000)
  expect(heard).toEqual([away, away, { ok: true, value: 2 }])
  expect(asked()).toBe(3)
})
it('takes a refusal for an answer', async () => {
  const { asked } = follow(() => Promise.resolve({ ok: false, failure: 'forbidden' }))
  await pass(60_000)
  expect(asked()).toBe(1)
})
it('asks one question at a time, so that an early answer never comes over a later one', async () => {
  const slow = (n: number) =>
    new Promise<Answer<number>>((resolve) =>
      setTimeout(() => resolve({ ok: true, value: n }), n === 0 ? 9_000 : 10),
    )
  const { heard, count } = follow(slow)
  count.now = '1'
  await pass(60_000)
  expect(heard.map((answer) => answer.ok && answer.value)).toEqual([0, 1])
})
it('hears nothing after it was stopped', async () => {
  const { heard, stop, asked } = follow(() => Promise.resolve(away))
  stop()
  await pass(60_000)
  expect([heard, asked()]).toEqual([[], 1])
})
it('does not look for a page that nobody looks at', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const { asked } = follow((n) => Promise.resolve({ ok: true, value: n }))
  await pass(60_000)
  expect(asked()).toBe(0)
  hidden.mockRestore()
  await pass(60_000)
  expect(asked()).toBe(1)
})
