import type { FeatureCollection } from 'geojson'
import { quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, quantile, simplify } from 'topojson-simplify'
import type { Topology } from 'topojson-specification'

/** About 2 m: vertices closer than this are one, so that borders are recognised as shared. */
const FINE = 1e6
/** About 20 m in the file written. */
const WRITTEN = 1e5
const SHARES = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98]
/** Points always kept inside an arc, so that no island disappears: of one that is a whole ring, and of any other. */
const KEPT_OF_RING = 7
const KEPT_OF_ARC = 1

type Weighted = ReturnType<typeof presimplify>

function keepIslands(weighted: Weighted): Weighted {
  for (const arc of weighted.arcs as number[][][]) {
    const [first, last] = [arc[0], arc.at(-1)]
    const kept = first?.[0] === last?.[0] && first?.[1] === last?.[1] ? KEPT_OF_RING : KEPT_OF_ARC
    const inner = arc.slice(1, -1).sort((a, b) => (b[2] ?? 0) - (a[2] ?? 0))
    for (const point of inner.slice(0, kept)) point[2] = Infinity
  }
  return weighted
}

export interface Compressed {
  readonly text: string
  /** Share of the vertices dropped, 0–1 (approximately). */
  readonly dropped: number
}

/** TopoJSON text with one object `units`, simplified no more than needed to stay within `maxBytes`. */
export function compress(units: FeatureCollection, maxBytes: number): Compressed {
  const full: Topology = topology({ units }, FINE)
  const weighted = keepIslands(presimplify(full as Parameters<typeof presimplify>[0]))
  let result = { text: '', dropped: 0 }
  for (const dropped of SHARES) {
    const kept = simplify(weighted, dropped === 0 ? 0 : quantile(weighted, 1 - dropped))
    result = { text: JSON.stringify(quantize(kept, WRITTEN)), dropped }
    if (Buffer.byteLength(result.text) <= maxBytes) break
  }
  return result
}
