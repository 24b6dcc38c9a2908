import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { placeMap } from './place-map.js'
import { provinceShapes } from './province-shapes.js'
import { topologyOf } from './topology.js'

it('places the drawing within some hundred metres, and the committed map is what the build makes', () => {
  const { shapes, residual } = placeMap()
  console.log(
    `fit: median ${residual.median.toFixed(2)} km, max ${residual.max.toFixed(1)} km, ${residual.within2km} of 63 within 2 km`,
  )
  expect(residual.median).toBeLessThan(0.5)
  // Kon Tum and Gia Lai differ by a district (see province-shapes), which moves their centres by up to 12 km.
  expect(residual.max).toBeLessThan(12)
  expect(residual.within2km).toBeGreaterThanOrEqual(55)

  const made = JSON.stringify(topologyOf(provinceShapes(shapes), () => ({})))
  const committed = readFileSync(new URL('../../generated/provinces.topo.json', import.meta.url), 'utf8')
  expect(made === committed).toBe(true)
}, 120_000)
