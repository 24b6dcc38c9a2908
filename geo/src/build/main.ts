import { mkdirSync, writeFileSync } from 'node:fs'
import { DISTRICTS } from '../tables/districts.js'
import { districtCells } from './district-cells.js'
import { placeMap } from './place-map.js'
import { provinceShapes } from './province-shapes.js'
import { topologyOf } from './topology.js'

const OUT = new URL('../../generated/', import.meta.url)

function write(name: string, content: unknown): void {
  const text = JSON.stringify(content)
  writeFileSync(new URL(name, OUT), text)
  console.log(`${name}: ${Math.round(Buffer.byteLength(text) / 1000)} kB`)
}

const map = placeMap()
const { median, max, within2km } = map.residual
console.log(
  `fit: centres of 63 provinces, median ${median.toFixed(2)} km, max ${max.toFixed(1)} km, ${within2km} within 2 km`,
)
const provinces = provinceShapes(map.shapes)
mkdirSync(OUT, { recursive: true })
write(
  'provinces.topo.json',
  topologyOf(provinces, () => ({})),
)

const districts = new Map(
  [...provinces].flatMap(([code, shape]) => [
    ...districtCells(
      shape,
      DISTRICTS.filter((d) => d.province === code),
    ),
  ]),
)
const provinceOfDistrict = new Map(DISTRICTS.map((d) => [d.code, d.province]))
write(
  'districts.topo.json',
  topologyOf(districts, (code) => ({ province: provinceOfDistrict.get(code), schematic: true })),
)
