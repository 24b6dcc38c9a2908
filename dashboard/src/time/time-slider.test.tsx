// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { blankPage } from '../testing/blank-page.js'
import { TimeSlider } from './time-slider.js'

const HOUR_MS = 3_600_000
const FIRST = Date.parse('2021-09-01T00:00:00+07:00')
const { host, render } = blankPage()
let moved: number[]

/** As figures that come all the time draw it: each time with another `move`. */
const draw = () =>
  render(
    <TimeSlider
      first={FIRST}
      newest={FIRST + 48 * HOUR_MS}
      at={FIRST + 48 * HOUR_MS}
      move={(ms) => moved.push(ms)}
    />,
  )

beforeEach(() => {
  vi.useFakeTimers()
  moved = []
  draw()
})
afterEach(() => void vi.useRealTimers())

it('asks for the moment at which the hand rests, though figures keep coming', () => {
  act(() => {
    host
      .querySelector('input')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }))
  })
  for (let i = 0; i < 5; i += 1) {
    act(() => void vi.advanceTimersByTime(100))
    draw()
  }
  expect(moved).toEqual([FIRST + 24 * HOUR_MS])
})
