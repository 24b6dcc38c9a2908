import { expect, it } from 'vitest'
import { turn, turnOfKey } from './rotation.js'

it('goes round both ways', () => {
  expect(turn({ scene: 1, paused: false }, 'dwell-over', 2)).toEqual({ scene: 0, paused: false })
  expect(turn({ scene: 0, paused: false }, 'previous', 2)).toEqual({ scene: 1, paused: false })
})
it('stays when paused, except by hand', () => {
  const paused = turn({ scene: 0, paused: false }, 'pause', 2)
  expect(turn(paused, 'dwell-over', 2)).toEqual({ scene: 0, paused: true })
  expect(turn(paused, 'next', 2)).toEqual({ scene: 1, paused: true })
})
it('knows the keys of a remote control', () => {
  expect([' ', 'ArrowRight', 'PageUp', 'a'].map(turnOfKey)).toEqual(['pause', 'next', 'previous', undefined])
})
