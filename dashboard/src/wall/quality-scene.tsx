import { isNumber, LISTING_SCENES, type NationState, type SystemState } from '@mcc/contract'
import './tables.css'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { hasNoRecords, reportedGap } from '../places/nation-facts.js'
import { largestGaps, withoutReport } from '../places/rankings.js'
import { unitName } from '../places/unit-names.js'
import type { SceneProps } from './scenes.js'
import { useIsPast } from '../time/use-moment.js'
import { SceneHead } from './scene-head.js'
import { WallMessage } from './wall-message.js'

function GapAnswer({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  const reported = nation.reported.doses
  const gap = reportedGap({ doses: nation.doses, reported })
  const share = isNumber(gap) && isNumber(reported) && reported > 0 ? (gap / reported) * 100 : undefined
  return (
    <p className="scene-answer">
      <FigureText figure={gap} format={f.signed} quiet />{' '}
      <span className="scene-answer-note">
        {m.quality.gap}
        {share !== undefined && ` · ${m.quality.ofReported(f.percent(share))}`}
      </span>
    </p>
  )
}

function Gaps({ nation, lines }: { nation: NationState; lines: number }) {
  const { m, f, language } = useSpeech()
  const gaps = largestGaps(nation.units, lines)
  if (gaps.length === 0) return <p>{m.quality.none}</p>
  return (
    <table className="wall-table">
      <thead>
        <tr>
          <th scope="col">{m.quality.largest}</th>
          <th scope="col">{m.units.doses}</th>
          <th scope="col">{m.quality.share}</th>
        </tr>
      </thead>
      <tbody>
        {gaps.map(({ code, reported, gap }) => (
          <tr key={code}>
            <th scope="row">{unitName(code, language)}</th>
            <td className="strong">{f.signed(gap)}</td>
            <td>{reported > 0 ? f.percent((gap / reported) * 100) : '?'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Accounting({ system, silent }: { system: SystemState; silent: number }) {
  const { m, f } = useSpeech()
  const { received, ...kinds } = system.accounting
  const { inFlight } = system
  const counted = Object.values(kinds).reduce((sum, n) => sum + n, isNumber(inFlight) ? inFlight : 0)
  const off = received - counted
  return (
    <dl className="wall-pairs">
      <dt>{m.quality.today}</dt>
      <dd className="strong">{f.count(received)}</dd>
      {(['stored', 'duplicate', 'superseded', 'quarantined'] as const).map((kind) => (
        <div key={kind} className="wall-part">
          <dt>{m.quality[kind]}</dt>
          <dd>{f.count(kinds[kind])}</dd>
        </div>
      ))}
      <div className="wall-part">
        <dt>{m.quality.inFlight}</dt>
        <dd>
          <FigureText figure={inFlight} format={f.count} />
        </dd>
      </div>
      <dd className="wall-verdict">
        {off === 0 ? `✓ ${m.quality.balanced}` : `◆ ${m.quality.unbalanced(f.count(off))}`}
      </dd>
      <dt>{m.quality.open}</dt>
      <dd className="strong">
        <FigureText figure={system.quarantineOpen} format={f.count} />
      </dd>
      <dt>{m.quality.noReport}</dt>
      <dd className="strong">{f.count(silent)}</dd>
    </dl>
  )
}

/** *Data quality*: what units reported against what was entered, and where every record went. */
export function QualityScene({ lines = LISTING_SCENES.quality }: SceneProps) {
  const { m } = useSpeech()
  const nation = useTopic('nation')
  const system = useTopic('system')
  const past = useIsPast()
  if (nation === undefined || (system === undefined && !past)) return <WallMessage lines={[m.loading]} />
  if (hasNoRecords(nation)) return <WallMessage lines={[m.empty.title, m.empty.why]} />
  return (
    <>
      <SceneHead title={m.scene.quality} />
      <GapAnswer nation={nation} />
      <div className="scene-quality">
        <Gaps nation={nation} lines={lines} />
        {system === undefined ? (
          <p className="wall-no-past">{m.times.noMachine}</p>
        ) : (
          <Accounting system={system} silent={withoutReport(nation.units)} />
        )}
      </div>
    </>
  )
}
