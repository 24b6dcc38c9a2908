import { expect, it } from 'vitest'
import { shareBorders } from './share-borders.js'
import { snapper, snapRing } from './snap.js'
import type { Point } from './svg-path.js'

it('makes two neighbours traced with different vertices meet in the same ones', () => {
  const snap = snapper(0.1)
  const left: Point[] = [
    [0, 0],
    [5, 0],
    [5, 5],
    [0, 5],
  ]
  const right: Point[] = [
    [5.05, 0],
    [9, 0],
    [9, 5],
    [5, 5.05],
    [5.1, 2],
  ]
  const owners = [left, right].map((ring) => [snapRing(ring, snap)])
  const [[a = []] = [], [b = []] = []] = shareBorders(owners, 0.2)
  expect(a).toEqual([
    [0, 0],
    [5, 0],
    [5.1, 2],
    [5, 5],
    [0, 5],
  ])
  expect(b.filter((p) => a.includes(p))).toHaveLength(3)
})
