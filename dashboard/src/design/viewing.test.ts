import { expect, it } from 'vitest'
import { fontVh, wallScale } from './viewing.js'

it.each([
  [55, 4.9],
  [65, 4.1],
  [86, 3.1],
  [98, 2.7],
])('needs on a %i inch screen at 5 m the letters of the table: %f vh at 16 arc-minutes', (screen, vh) => {
  expect(fontVh(16, { screen, distance: 5 })).toBeCloseTo(vh, 1)
})

it('grows with the distance and keeps 16 : 22 : 40', () => {
  expect(fontVh(16, { screen: 65, distance: 4 })).toBeLessThan(fontVh(16, { screen: 65, distance: 5 }))
  const { label, body, headline } = wallScale({ screen: 65, distance: 5 })
  expect(body / label).toBeCloseTo(22 / 16)
  expect(headline / label).toBeCloseTo(40 / 16)
})
