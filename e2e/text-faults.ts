import type { Box, Run } from './text-runs.js'

/** Half a pixel of antialiasing on each side is no cut and no touch. */
const HAIR = 1
/** Two lines of ink may come this near, as a share of the letter size, before they are one blot. */
const OVERLAP = 0.12

const say = ({ text, where }: Run, what: string): string => `«${text.slice(0, 60)}» ${what} (${where})`

/** Letters below `limit` CSS pixels. */
export const tooSmall = (runs: readonly Run[], limit: number): string[] =>
  runs.filter((r) => !r.hidden && r.size < limit).map((r) => say(r, `${r.size.toFixed(1)} px`))

/** Texts of which a part is hidden. What is hidden altogether was meant to be. */
export const cutOff = (runs: readonly Run[]): string[] =>
  runs.filter((r) => !r.hidden && r.cut > HAIR).map((r) => say(r, `cut by ${r.cut.toFixed(1)} px`))

/** Texts that leave a screen that does not scroll. */
export const offScreen = (runs: readonly Run[], screen: { width: number; height: number }): string[] =>
  runs
    .filter(
      ({ hidden, box }) =>
        !hidden &&
        (box.left < -HAIR ||
          box.top < -HAIR ||
          box.right > screen.width + HAIR ||
          box.bottom > screen.height + HAIR),
    )
    .map((r) => say(r, 'off the screen'))

const shared = (a: Box, b: Box): { width: number; height: number } => ({
  width: Math.min(a.right, b.right) - Math.max(a.left, b.left),
  height: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
})

/** Pairs of texts whose ink lies on each other; `afloat` ones are only held against each other. */
export function overlapping(runs: readonly Run[]): string[] {
  const seen = runs.filter((r) => !r.hidden).toSorted((a, b) => a.box.top - b.box.top)
  const found: string[] = []
  seen.forEach((a, i) => {
    const reach = Math.max(2, OVERLAP * a.size)
    for (const b of seen.slice(i + 1)) {
      if (b.box.top >= a.box.bottom) break
      if (a.afloat !== b.afloat) continue
      const { width, height } = shared(a.box, b.box)
      if (width > reach && height > reach) found.push(say(a, `lies on «${b.text.slice(0, 60)}»`))
    }
  })
  return found
}

/** Dots that part the items of a list, at the start or the end of a line. */
export function strayDots(runs: readonly Run[]): string[] {
  const seen = runs.filter((r) => !r.hidden)
  const beside = (dot: Run, gap: (other: Box) => number): boolean =>
    seen.some(({ box }) => shared(dot.box, box).height > 0 && gap(box) > -HAIR && gap(box) < dot.size)
  return seen
    .filter((r) => r.text === '·' && r.where.includes('-dot'))
    .filter(
      (r) => !beside(r, ({ right }) => r.box.left - right) || !beside(r, ({ left }) => left - r.box.right),
    )
    .map((r) => say(r, 'at the end of a line'))
}
