export type Point = [x: number, y: number]

/** Pieces a cubic curve is cut into; the curves of the source are islets of a few hundred metres. */
const CURVE_STEPS = 6
const TOKEN = /[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi

function cubic(p0: Point, p1: Point, p2: Point, p3: Point): Point[] {
  return Array.from({ length: CURVE_STEPS }, (_, i) => {
    const t = (i + 1) / CURVE_STEPS
    const u = 1 - t
    const at = (axis: 0 | 1) =>
      u * u * u * p0[axis] + 3 * u * u * t * p1[axis] + 3 * u * t * t * p2[axis] + t * t * t * p3[axis]
    return [at(0), at(1)]
  })
}

/** Reads one command after the other; what it does not know it refuses, so that nothing is drawn wrong in silence. */
class PathReader {
  readonly rings: Point[][] = []
  private readonly tokens: string[]
  private next = 0
  private at: Point = [0, 0]
  private start: Point = [0, 0]

  constructor(d: string) {
    this.tokens = d.match(TOKEN) ?? []
  }

  read(): Point[][] {
    while (this.next < this.tokens.length) this.command(this.tokens[this.next++] ?? '')
    return this.rings
  }

  private command(name: string): void {
    const relative = name === name.toLowerCase()
    switch (name.toLowerCase()) {
      case 'm':
        this.rings.push([])
        this.start = this.point(relative)
        this.lineTo(this.start)
        return this.lines(relative)
      case 'l':
        return this.lines(relative)
      case 'c':
        while (this.hasNumber()) this.curve(relative)
        return
      case 'z':
        this.at = this.start
        return
      default:
        throw new Error(`SVG path command ${name} is not handled`)
    }
  }

  private lines(relative: boolean): void {
    while (this.hasNumber()) this.lineTo(this.point(relative))
  }

  private curve(relative: boolean): void {
    const [from, p1, p2, p3] = [this.at, this.point(relative), this.point(relative), this.point(relative)]
    for (const p of cubic(from, p1, p2, p3)) this.lineTo(p)
  }

  private lineTo(p: Point): void {
    this.at = p
    this.rings.at(-1)?.push(p)
  }

  private hasNumber(): boolean {
    const token = this.tokens[this.next]
    return token !== undefined && !/^[a-z]$/i.test(token)
  }

  private point(relative: boolean): Point {
    const x = Number(this.tokens[this.next++])
    const y = Number(this.tokens[this.next++])
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error('SVG path ends inside a pair of numbers')
    return relative ? [this.at[0] + x, this.at[1] + y] : [x, y]
  }
}

/**
 * The rings (closed or not, without a repeated last point) of an SVG path's `d`, in the units of the drawing.
 * Handles M, L, C, Z absolute and relative with their implicit repeats; curves become short lines.
 * Throws on any other command.
 */
export const ringsOfPath = (d: string): Point[][] => new PathReader(d).read()
