import type { BBox } from 'geojson'
import Supercluster from 'supercluster'
import type { FacilityRow } from './facility-rows.js'

/** Facilities nearer to each other than this many CSS pixels stand under one ring. */
const RADIUS = 48
/** Nearer than this one does not look; what still lies together does so in the register. */
export const NEAREST = 15

interface Sum {
  doses: number
}
export type FacilityIndex = Supercluster<FacilityRow, Sum>

/** One mark on the map: a facility, or several near each other. */
export interface Pin {
  key: string
  lat: number
  lon: number
  /** Facilities under it, one of them alone. */
  rows: readonly FacilityRow[]
  doses: number
  /** Zoom at which it parts; undefined when it does not. */
  parts: number | undefined
}

/** The facilities, ready to be asked for marks at any zoom. */
export function facilityIndex(rows: readonly FacilityRow[]): FacilityIndex {
  const index: FacilityIndex = new Supercluster<FacilityRow, Sum>({
    radius: RADIUS,
    // the size of the map's world at zoom 0, px
    extent: 256,
    maxZoom: NEAREST,
    map: ({ doses }) => ({ doses }),
    reduce: (sum, { doses }) => void (sum.doses += doses),
  })
  return index.load(
    rows.map((row) => ({
      type: 'Feature',
      properties: row,
      geometry: { type: 'Point', coordinates: [row.lon, row.lat] },
    })),
  )
}

/** The marks in a box (west, south, east, north; degrees) at a zoom, from north to south. */
export function pinsIn(index: FacilityIndex, box: BBox, zoom: number): Pin[] {
  const pins = index.getClusters(box, zoom).map(({ geometry, properties }): Pin => {
    const [lon = 0, lat = 0] = geometry.coordinates
    if (!('cluster_id' in properties))
      return { key: properties.id, lat, lon, rows: [properties], doses: properties.doses, parts: undefined }
    const id = properties.cluster_id
    const parts = index.getClusterExpansionZoom(id)
    return {
      key: `cluster ${id}`,
      lat,
      lon,
      rows: index.getLeaves(id, Infinity).map((leaf) => leaf.properties),
      doses: properties.doses,
      parts: parts > NEAREST ? undefined : parts,
    }
  })
  return pins.toSorted((a, b) => b.lat - a.lat || a.key.localeCompare(b.key))
}
