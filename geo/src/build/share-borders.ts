import type { Point } from './svg-path.js'

interface Edge {
  readonly owner: number
  readonly ring: number
  readonly from: number
  readonly a: Point
  readonly b: Point
}
/** Vertices to put into an edge, with the place along it (0–1). */
type Inserts = Map<string, { at: number; vertex: Point }[]>

const CELL = 2
const key = (x: number, y: number) => `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`

function indexEdges(owners: readonly (readonly Point[][])[]): Map<string, Edge[]> {
  const index = new Map<string, Edge[]>()
  for (const [owner, rings] of owners.entries()) {
    for (const [ring, points] of rings.entries()) {
      for (const [from, a] of points.entries()) {
        const edge = { owner, ring, from, a, b: points[(from + 1) % points.length] ?? a }
        for (const cell of cellsOf(edge)) {
          const edges = index.get(cell)
          if (edges) edges.push(edge)
          else index.set(cell, [edge])
        }
      }
    }
  }
  return index
}

function cellsOf({ a, b }: Edge): Set<string> {
  const cells = new Set<string>()
  const steps = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / (CELL / 4)) + 1
  for (let i = 0; i <= steps; i++) {
    const x = a[0] + ((b[0] - a[0]) * i) / steps
    const y = a[1] + ((b[1] - a[1]) * i) / steps
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) cells.add(key(x + dx, y + dy))
    }
  }
  return cells
}

/** Distance of `p` from the edge and the place of its foot along it; outside the edge there is none. */
function footOn({ a, b }: Edge, p: Point): { distance: number; at: number } | undefined {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const at = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)
  if (!(at > 0 && at < 1)) return undefined
  return { distance: Math.hypot(a[0] + at * dx - p[0], a[1] + at * dy - p[1]), at }
}

function nearestEdges(vertex: Point, owner: number, edges: readonly Edge[], tolerance: number) {
  const best = new Map<number, { edge: Edge; distance: number; at: number }>()
  for (const edge of edges) {
    if (edge.owner === owner) continue
    const foot = footOn(edge, vertex)
    if (!foot || foot.distance > tolerance || foot.distance >= (best.get(edge.owner)?.distance ?? Infinity))
      continue
    best.set(edge.owner, { edge, ...foot })
  }
  return best
}

function findInserts(owners: readonly (readonly Point[][])[], tolerance: number): Inserts {
  const index = indexEdges(owners)
  const vertices = owners.map((rings) => new Set(rings.flat()))
  const inserts: Inserts = new Map()
  for (const [owner, own] of vertices.entries()) {
    for (const vertex of own) {
      const near = nearestEdges(vertex, owner, index.get(key(vertex[0], vertex[1])) ?? [], tolerance)
      for (const { edge, at } of near.values()) {
        if (vertices[edge.owner]?.has(vertex)) continue
        const place = `${edge.owner},${edge.ring},${edge.from}`
        inserts.set(place, [...(inserts.get(place) ?? []), { at, vertex }])
      }
    }
  }
  return inserts
}

/**
 * Puts each vertex that lies within `tolerance` of another owner's edge into that edge, so that two neighbours
 * traced with different vertices get one border. Vertices are compared by identity: snap them first.
 */
export function shareBorders(owners: readonly (readonly Point[][])[], tolerance: number): Point[][][] {
  const inserts = findInserts(owners, tolerance)
  return owners.map((rings, owner) =>
    rings.map((points, ring) =>
      points.flatMap((a, from) => {
        const extra = [...(inserts.get(`${owner},${ring},${from}`) ?? [])].sort((x, y) => x.at - y.at)
        return [a, ...new Set(extra.map((e) => e.vertex))]
      }),
    ),
  )
}
