import type { ProvinceCode } from '@mcc/contract'
import { mercatorOf } from '../shapes/mercator.js'
import type { Point } from './svg-path.js'

interface Islet {
  readonly name: string
  readonly province: ProvinceCode
  readonly lat: number
  readonly lon: number
  readonly radiusKm: number
}

// Islands that the drawing leaves out: districts of their own, and the western (Lưỡi Liềm) group of Hoàng Sa.
// Positions: public gazetteers and sailing directions, to about 0.01 degree; the shape is a plain octagon.
const ISLETS: readonly Islet[] = [
  { name: 'Bạch Long Vĩ', province: '31', lat: 20.133, lon: 107.728, radiusKm: 1.5 },
  { name: 'Cồn Cỏ', province: '45', lat: 17.159, lon: 107.339, radiusKm: 1 },
  { name: 'Lý Sơn', province: '51', lat: 15.382, lon: 109.118, radiusKm: 2 },
  { name: 'Lại Sơn (Kiên Hải)', province: '91', lat: 9.807, lon: 104.636, radiusKm: 2 },
  { name: 'Đảo Hoàng Sa', province: '48', lat: 16.534, lon: 111.608, radiusKm: 0.7 },
  { name: 'Đảo Hữu Nhật', province: '48', lat: 16.505, lon: 111.586, radiusKm: 0.7 },
  { name: 'Đảo Quang Ảnh', province: '48', lat: 16.449, lon: 111.508, radiusKm: 0.7 },
  { name: 'Đảo Quang Hòa', province: '48', lat: 16.448, lon: 111.709, radiusKm: 0.7 },
  { name: 'Đảo Duy Mộng', province: '48', lat: 16.464, lon: 111.744, radiusKm: 0.7 },
  { name: 'Đá Bắc', province: '48', lat: 17.09, lon: 111.5, radiusKm: 2 },
]
const KM_PER_DEGREE = 111.2

/** Octagons of the islands the drawing leaves out, by province, in longitude and Mercator latitude (degrees). */
export function isletRings(province: ProvinceCode): Point[][] {
  return ISLETS.filter((islet) => islet.province === province).map(({ lat, lon, radiusKm }) => {
    const y0 = mercatorOf(lat)
    const r = radiusKm / KM_PER_DEGREE / Math.cos((lat * Math.PI) / 180)
    return Array.from({ length: 8 }, (_, i): Point => {
      const angle = ((i + 0.5) * Math.PI) / 4
      return [lon + r * Math.cos(angle), y0 + r * Math.sin(angle)]
    })
  })
}
