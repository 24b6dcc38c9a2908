/** Diagonal lines: their colour, their width and the distance from one to the next, CSS pixels. */
interface Hatch {
  colour: string
  line: number
  every: number
}

/** The hatch of a computed `background-image`, as the style sheets draw the one for "no figure"; undefined for any other image. */
export function hatchOf(image: string): Hatch | undefined {
  const inside = /repeating-linear-gradient\(45deg, ((?:rgba?\([^)]*\)[^()]*)+)\)/.exec(image)?.[1]
  const colour = inside === undefined ? undefined : /^rgba?\([^)]*\)/.exec(inside)?.[0]
  const stops = [...(inside ?? '').matchAll(/([\d.]+)px/g)].map((found) => Number(found[1]))
  const line = stops.find((px) => px > 0)
  return colour === undefined || line === undefined ? undefined : { colour, line, every: Math.max(...stops) }
}

/** Fills a box with the hatch; a gradient at 45 degrees has its lines from the upper left to the lower right. */
export function drawHatch(
  pen: CanvasRenderingContext2D,
  { colour, line, every }: Hatch,
  [x, y, width, height]: readonly [number, number, number, number],
): void {
  pen.save()
  pen.beginPath()
  pen.rect(x, y, width, height)
  pen.clip()
  pen.strokeStyle = colour
  pen.lineWidth = line
  pen.beginPath()
  for (let from = x - height; from < x + width; from += every * Math.SQRT2) {
    pen.moveTo(from, y)
    pen.lineTo(from + height, y + height)
  }
  pen.stroke()
  pen.restore()
}
