import { expect, it } from 'vitest'
import { turn, turnOfKey } from './rotation.js'

const two = { scenes: 2, alarm: undefined }

it('goes round both ways', () => {
  expect(turn({ scene: 1, paused: false }, 'dwell-over', two)).toEqual({ scene: 0, paused: false })
  expect(turn({ scene: 0, paused: false }, 'previous', two)).toEqual({ scene: 1, paused: false })
})
it('stays when paused, except by hand', () => {
  const paused = turn({ scene: 0, paused: false }, 'pause', two)
  expect(turn(paused, 'dwell-over', two)).toEqual({ scene: 0, paused: true })
  expect(turn(paused, 'next', two)).toEqual({ scene: 1, paused: true })
})
it('turns to the alarm board at once, and back to it after a hand turned away', () => {
  const called = { scenes: 8, alarm: 7 }
  const board = turn({ scene: 2, paused: true }, 'alarm', called)
  expect(board).toEqual({ scene: 7, paused: true })
  const away = turn(board, 'next', called)
  expect(away.scene).toBe(0)
  expect(turn(away, 'dwell-over', called).scene).toBe(7)
  expect(turn(board, 'dwell-over', called).scene).toBe(7)
  expect(turn({ ...board, paused: false }, 'dwell-over', { ...called, alarm: undefined }).scene).toBe(0)
})
it('knows the keys of a remote control', () => {
  expect([' ', 'ArrowRight', 'PageUp', 'a'].map(turnOfKey)).toEqual(['pause', 'next', 'previous', undefined])
})
