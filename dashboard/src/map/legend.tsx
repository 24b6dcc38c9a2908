import { INDICATORS } from '@mcc/contract'
import './legend.css'
import { useSpeech } from '../i18n/language.js'

/** The seven classes with their limits printed between them; and the two hatches; lies flat, or stands with the highest on top. */
export function CoverageLegend({ upright = false }: { upright?: boolean }) {
  const { m, f } = useSpeech()
  const limits = INDICATORS.coverageOne.thresholds
  return (
    <figure className={`legend ${upright ? 'legend-upright' : ''}`} aria-label={m.map.metric}>
      <figcaption>{m.map.legend}</figcaption>
      <ol>
        {[...limits, undefined].map((limit, i) => (
          <li key={i}>
            <span className="legend-swatch" style={{ background: `var(--coverage-${i})` }} />
            {limit !== undefined && <span className="legend-limit">{f.count(limit)}</span>}
          </li>
        ))}
      </ol>
      <p className="legend-none">
        <span className="legend-swatch legend-old" />
        {m.noNumber.stale}
      </p>
      <p className="legend-none">
        <span className="legend-swatch legend-hatch" />
        {m.map.noData}
      </p>
    </figure>
  )
}
