import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answer } from './request.js'
import { untilReached } from './until-reached.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const away: Answer<number> = { ok: false, failure: 'unreachable' }
function script(...answers: Answer<number>[]) {
  const heard: Answer<number>[] = []
  let asked = 0
  const stop = untilReached(
    () => Promise.resolve(answers[asked++]!),
    (answer) => heard.push(answer),
  )
  return { heard, stop, asked: () => asked }
}

it('asks again while the server is away, says so meanwhile, and rests once it has answered', async () => {
  const { heard, asked } = script(away, away, { ok: true, value: 7 }, away)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard).toEqual([away, away, { ok: true, value: 7 }])
  expect(asked()).toBe(3)
})
it('takes a refusal for an answer', async () => {
  const { asked } = script({ ok: false, failure: 'forbidden' }, away)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(1)
})
it('neither asks nor hears after it was stopped', async () => {
  const { heard, stop, asked } = script(away, away)
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([heard, asked()]).toEqual([[], 1])
})
