import fc from 'fast-check'
import { expect, it } from 'vitest'
import { facilityIndex, NEAREST, pinsIn } from './facility-clusters.js'
import type { FacilityRow } from './facility-rows.js'

const WORLD: [number, number, number, number] = [-180, -85, 180, 85]
const row = (id: string, lat: number, lon: number, doses: number): FacilityRow => ({
  id,
  name: id,
  place: 'Đống Đa',
  doses,
  today: 0,
  district: '006',
  kind: 'hospital',
  lat,
  lon,
  open: true,
  capacity: 100,
})
const rows = fc
  .array(
    fc.record({
      lat: fc.double({ min: 20.9, max: 21.2, noNaN: true }),
      lon: fc.double({ min: 105.6, max: 106, noNaN: true }),
      doses: fc.integer({ min: -50, max: 100_000 }),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map(({ lat, lon, doses }, i) => row(`f${i}`, lat, lon, doses)))

it('stands every facility under exactly one mark, with all doses, at every zoom', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: NEAREST + 1 }), (all, zoom) => {
      const pins = pinsIn(facilityIndex(all), WORLD, zoom)
      expect(pins.flatMap((pin) => pin.rows.map((r) => r.id)).toSorted()).toEqual(
        all.map((r) => r.id).toSorted(),
      )
      for (const pin of pins) expect(pin.doses).toBe(pin.rows.reduce((sum, r) => sum + r.doses, 0))
    }),
  )
})
it('parts a ring at the zoom that it names, and names none for facilities in one place', () => {
  const index = facilityIndex([
    row('a', 21, 105.8, 1),
    row('b', 21.01, 105.81, 2),
    row('c', 21.01, 105.81, 3),
  ])
  const [ring] = pinsIn(index, WORLD, 6)
  expect(ring?.rows).toHaveLength(3)
  expect(ring?.doses).toBe(6)
  expect(pinsIn(index, WORLD, ring!.parts!)).toHaveLength(2)
  expect(pinsIn(index, WORLD, ring!.parts! - 1)).toHaveLength(1)
  const together = pinsIn(index, WORLD, NEAREST).find((pin) => pin.rows.length === 2)
  expect(together?.parts).toBeUndefined()
})
it('leaves out what lies outside the box', () => {
  const index = facilityIndex([row('a', 21, 105.8, 1), row('b', 16.5, 112, 2)])
  expect(pinsIn(index, [105, 20, 107, 22], 8).map((pin) => pin.key)).toEqual(['a'])
})
