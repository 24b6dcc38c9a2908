import { isNumber, LISTING_SCENES, type NationState, type SystemState } from '@mcc/contract'
import './tables.css'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { hasNoRecords, reportedGap } from '../places/nation-facts.js'
import { hasGaps, largestGaps, silentProvinces, withoutReport } from '../places/rankings.js'
import { unitName } from '../places/unit-names.js'
import { QualityThen } from './quality-then.js'
import { rowsOf } from './rows-of.js'
import type { SceneProps } from './scenes.js'
import { useIsPast } from '../time/use-moment.js'
import { SceneHead } from './scene-head.js'
import { SceneEmpty, SceneMessage } from './wall-message.js'

function GapAnswer({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  const reported = nation.reported.doses
  const gap = reportedGap({ doses: nation.doses, reported })
  const share = isNumber(gap) && isNumber(reported) && reported > 0 ? (gap / reported) * 100 : undefined
  return (
    <p className="scene-answer">
      <FigureText figure={gap} format={f.signed} quiet />{' '}
      <span className="scene-answer-note">
        {!isNumber(gap) ? m.quality.gap : gap < 0 ? m.walls.enteredMore : m.walls.reportedMore}
        {share !== undefined && <span className="spare"> · {m.quality.ofReported(f.percent(share))}</span>}
      </span>
    </p>
  )
}

function Gaps({ nation, lines }: { nation: NationState; lines: number }) {
  const { m, f, language } = useSpeech()
  const gaps = largestGaps(nation.units, lines)
  if (gaps.length === 0) return <p>{hasGaps(nation.units) ? m.quality.none : m.qualityPage.reported.empty}</p>
  return (
    <table className="wall-table wall-table-tall" style={rowsOf(gaps.length + 1)}>
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

function Accounting({ system, units }: { system: SystemState; units: NationState['units'] }) {
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
      <dd className="strong">{f.count(withoutReport(units))}</dd>
      <dt className="spare">{m.quality.silent}</dt>
      <dd className="strong spare">{f.count(silentProvinces(units).length)}</dd>
    </dl>
  )
}

/** *Data quality*: what units reported against what was entered, and where every record went. */
export function QualityScene({ lines = LISTING_SCENES.quality }: SceneProps) {
  const { m } = useSpeech()
  const nation = useTopic('nation')
  const system = useTopic('system')
  const past = useIsPast()
  if (nation === undefined || (system === undefined && !past))
    return <SceneMessage question={m.scene.quality} lines={[m.loading]} />
  if (hasNoRecords(nation)) return <SceneEmpty question={m.scene.quality} />
  return (
    <>
      <SceneHead title={m.scene.quality} />
      <GapAnswer nation={nation} />
      <div className="scene-quality">
        <Gaps nation={nation} lines={lines} />
        {system === undefined ? (
          <QualityThen nation={nation} rows={lines + 1} />
        ) : (
          <Accounting system={system} units={nation.units} />
        )}
      </div>
    </>
  )
}
