import { contrast } from '../design/colour.js'
import { usePalette } from '../design/use-palette.js'

/** Fill of a unit without a number. */
export const NO_FIGURE = 'url(#no-figure)'
/** Fill of a unit whose number is old: the colour of its class, from 0, under a hatch. */
export const oldFigure = (level: number): string => `url(#old-figure-${level})`

/** Least contrast of a mark (WCAG 2.2, 1.4.11). */
const MARK = 3

interface Props {
  id: string
  fill: string
  ink: string
  /** Width of a line, as a share of the way from one to the next. */
  line: number
}

function Hatch({ id, fill, ink, line }: Props) {
  return (
    <pattern id={id} width="1em" height="1em" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <rect width="1em" height="1em" fill={fill} />
      <rect width={`${line}em`} height="1em" fill={ink} />
    </pattern>
  )
}

/** The hatches that the shapes of a map can name as their fill. */
export function Hatches() {
  const { coverage, ground } = usePalette()
  return (
    <svg className="map-patterns" aria-hidden="true">
      <Hatch id="no-figure" fill="var(--no-data)" ink="var(--no-data-hatch)" line={0.25} />
      {coverage.map((colour, level) => (
        <Hatch
          key={level}
          id={`old-figure-${level}`}
          fill={`var(--coverage-${level})`}
          ink={contrast(ground, colour) >= MARK ? 'var(--ground)' : 'var(--text)'}
          line={0.17}
        />
      ))}
    </svg>
  )
}
