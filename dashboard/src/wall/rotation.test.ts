import fc from 'fast-check'
import { DEFAULT_PLAYLISTS } from '@mcc/contract'
import { expect, it } from 'vitest'
import { placeAfter, turn, turnOfKey, type Turn } from './rotation.js'

const start = { place: 0, paused: false, board: false }
const two = { scenes: 2, called: false }

it('goes round both ways', () => {
  expect(turn({ ...start, place: 1 }, 'dwell-over', two)).toEqual(start)
  expect(turn(start, 'previous', two).place).toBe(1)
})
it('stays when paused, except by hand', () => {
  const paused = turn(start, 'pause', two)
  expect(turn(paused, 'dwell-over', two)).toEqual(paused)
  expect(turn(paused, 'next', two)).toEqual({ ...paused, place: 1 })
})
it('turns to the alarm board at once, again after a hand turned away, and returns afterwards', () => {
  const called = { scenes: 7, called: true }
  const before = { ...start, place: 2, paused: true }
  const board = turn(before, 'alarm', called)
  expect(board).toEqual({ ...before, board: true })
  expect(turn(board, 'dwell-over', called)).toEqual(board)
  const away = turn(board, 'next', called)
  expect(away).toEqual({ ...before, place: 3 })
  expect(turn(away, 'dwell-over', called)).toEqual({ ...away, board: true })
  expect(turn(board, 'alarm-over', { ...called, called: false })).toEqual(before)
})
it('knows the keys of a remote control', () => {
  expect([' ', 'ArrowRight', 'PageUp', '3', '0', 'a'].map(turnOfKey)).toEqual([
    'pause',
    'next',
    'previous',
    3,
    10,
    undefined,
  ])
  expect(turn(start, 2, two).place).toBe(1)
  expect(turn(start, 3, two)).toEqual(start)
})
it('never leaves the list, whatever is pressed', () => {
  const turns = fc.constantFrom<Turn>('next', 'previous', 'pause', 'dwell-over', 'alarm', 'alarm-over', 1, 9)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 }), fc.array(fc.tuple(turns, fc.boolean())), (scenes, steps) => {
      const end = steps.reduce((at, [by, called]) => turn(at, by, { scenes, called }), start)
      expect(end.place).toBeGreaterThanOrEqual(0)
      expect(end.place).toBeLessThan(scenes)
    }),
  )
})
it('keeps the scene that stands when the list is changed', () => {
  const { scenes } = DEFAULT_PLAYLISTS[0]!
  expect(placeAfter(scenes, scenes.toReversed(), 1)).toBe(scenes.length - 2)
  expect(placeAfter(scenes, scenes.slice(0, 2), 5)).toBe(1)
  expect(placeAfter(scenes, scenes, 4)).toBe(4)
})
