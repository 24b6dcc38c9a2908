import { expect, it } from 'vitest'
import { ringsOfPath } from './svg-path.js'

it('reads relative and absolute lines with implicit repeats', () => {
  expect(ringsOfPath('m 1,2 3,0 0,4 z m 10,10 1e-1,0 L 5 6 7,8 z')).toEqual([
    [
      [1, 2],
      [4, 2],
      [4, 6],
    ],
    [
      [11, 12],
      [11.1, 12],
      [5, 6],
      [7, 8],
    ],
  ])
})

it('flattens curves and ends them where they end', () => {
  const [ring = []] = ringsOfPath('M0,0c0,1,1,1,1,0z')
  expect(ring.at(-1)).toEqual([1, 0])
  expect(ring[3]).toEqual([0.5, 0.75])
})

it('refuses what it does not know', () => {
  expect(() => ringsOfPath('M0,0 A 1 1 0 0 0 2 2')).toThrow('command A')
  expect(() => ringsOfPath('M0,0 5')).toThrow('ends inside')
})
