import { useSpeech } from '../i18n/language.js'

const WIDTH = 4
const HEIGHT = 18

/** A day's rhythm of a source, an hour a bar; the figures are in the rows that unfold. */
export function ActivityBars({ counts }: { counts: readonly number[] }) {
  const { m, f } = useSpeech()
  const most = Math.max(1, ...counts)
  const label = m.sourcesPage.list.activityText(f.count(counts.reduce((a, b) => a + b, 0)))
  return (
    <svg
      role="img"
      aria-label={label}
      className="activity"
      width={counts.length * WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${counts.length * WIDTH} ${HEIGHT}`}
    >
      <title>{label}</title>
      <path className="activity-ground" d={`M0 ${HEIGHT - 0.5}H${counts.length * WIDTH}`} />
      {counts.map((n, i) => {
        // an hour with a single record is still an hour in which it was heard
        const height = n === 0 ? 0 : Math.max(2, (n / most) * (HEIGHT - 1))
        return <rect key={i} x={i * WIDTH} y={HEIGHT - height} width={WIDTH - 1} height={height} />
      })}
    </svg>
  )
}
