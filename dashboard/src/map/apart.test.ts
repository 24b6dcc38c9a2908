import { expect, it } from 'vitest'
import { apartOf } from './apart.js'
import type { Shapes } from './shapes.js'

/** A square of 0.1° whose south-west corner is given. */
const unit = (code: string, lon: number, lat: number, islets = false): Shapes['features'][number] => ({
  type: 'Feature',
  properties: { code, islets },
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [lon, lat],
          [lon + 0.1, lat],
          [lon + 0.1, lat + 0.1],
          [lon, lat],
        ],
      ],
    ],
  },
})
const codesOf = (features: Shapes['features']) => {
  const { together, apart } = apartOf({ type: 'FeatureCollection', features })
  return [together, ...apart].map((part) => part.features.map(({ properties }) => properties.code))
}

it('sets an archipelago apart, however near', () => {
  expect(codesOf([unit('490', 108, 16), unit('491', 108.1, 16), unit('498', 108.2, 16, true)])).toEqual([
    ['490', '491'],
    ['498'],
  ])
})
it('sets an island apart that would shrink the others, and leaves a near one', () => {
  const mainland = [unit('747', 107, 10.3), unit('748', 107.1, 10.4), unit('750', 107.2, 10.5)]
  expect(codesOf([...mainland, unit('755', 106.6, 8.7)])).toEqual([['747', '748', '750'], ['755']])
  expect(codesOf([...mainland, unit('755', 107.3, 10.2)])).toEqual([['747', '748', '750', '755']])
})
it('never takes a province of two apart', () => {
  expect(codesOf([unit('1', 105, 10), unit('2', 110, 15)])).toEqual([['1', '2']])
})
