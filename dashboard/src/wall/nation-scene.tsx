import { isNumber, type NationState } from '@mcc/contract'
import './nation-scene.css'
import { Bar } from '../design/bar.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { hasNoRecords, reportedGap } from '../places/nation-facts.js'
import { NationAefi, NationSupply } from './nation-foot.js'
import { NationPace } from './nation-pace.js'
import { SceneEmpty, SceneMessage } from './wall-message.js'

function Lead({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  return (
    <div className="lead">
      <p className="lead-doses">
        <FigureText figure={nation.doses} format={f.count} quiet testId="nation-doses" />
        <span className="unit">{m.units.doses}</span>
      </p>
      <p className="lead-today">
        <span className="lead-note">{m.walls.dosesToday}</span>
        <FigureText figure={nation.dosesToday} format={f.signed} quiet testId="nation-today" />
        <span className="lead-note">
          {m.figures.yesterday} <FigureText figure={nation.dosesYesterday} format={f.short} />
        </span>
      </p>
    </div>
  )
}

function Path({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  const { targetDoses, targetDay, targetReachedOn, projectedDay } = nation
  const given = numberOf(nation.doses)
  const share = given === undefined || targetDoses === 0 ? undefined : (given / targetDoses) * 100
  const outlook =
    targetReachedOn !== null
      ? m.figures.reached(f.day(targetReachedOn))
      : projectedDay !== null
        ? m.figures.projected(f.day(projectedDay))
        : m.figures.notProjected
  return (
    <div className="path">
      <p className="row">
        <span>{m.figures.pathTo(f.round(targetDoses), f.day(targetDay))}</span>
        <span className="quiet">
          {share !== undefined && <strong>{f.percent(share)}</strong>} · {outlook}
        </span>
      </p>
      <Bar value={share} reached={share !== undefined && share >= 100} />
    </div>
  )
}

interface CoverageProps {
  name: string
  share: NationState['coverageOne']
  people: NationState['atLeastOne']
  testId: string
}
const COVERAGE_TARGET = 70

function Coverage({ name, share, people, testId }: CoverageProps) {
  const { m, f } = useSpeech()
  const value = numberOf(share)
  const reached = value !== undefined && value >= COVERAGE_TARGET
  const target = f.count(COVERAGE_TARGET)
  return (
    <div className="coverage">
      <p className="name">{name}</p>
      <p className="big">
        <FigureText figure={share} format={f.percent} quiet />
      </p>
      <Bar value={value} mark={COVERAGE_TARGET} reached={reached} />
      <p className="quiet">
        <FigureText figure={people} format={f.short} testId={testId} /> {m.units.people}
      </p>
      <p className="coverage-target">
        {reached ? m.walls.targetReached(target) : m.walls.target(target)}
        <span className="spare">{m.walls.ofPeople}</span>
      </p>
    </div>
  )
}

function Nation({ nation }: { nation: NationState }) {
  const { m } = useSpeech()
  return (
    <>
      <Lead nation={nation} />
      <Path nation={nation} />
      <div className="nation-middle">
        <Coverage
          name={m.figures.atLeastOne}
          share={nation.coverageOne}
          people={nation.atLeastOne}
          testId="nation-at-least-one"
        />
        <Coverage
          name={m.figures.completed}
          share={nation.coverageFull}
          people={nation.completed}
          testId="nation-completed"
        />
        <NationPace nation={nation} />
      </div>
      <div className="nation-foot">
        <NationSupply nation={nation} />
        <NationAefi nation={nation} />
      </div>
    </>
  )
}

/** The second ledger beside the first: their difference, or what was reported when nothing was entered yet. */
function Reported({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  const gap = reportedGap({ doses: nation.doses, reported: nation.reported.doses })
  const entered = isNumber(gap) || !isNumber(nation.reported.doses)
  return (
    <p>
      {entered ? m.figures.reportedGap : m.figures.reported}{' '}
      <FigureText
        figure={entered ? gap : nation.reported.doses}
        format={entered ? f.signed : f.count}
        className="strong"
        testId={entered ? 'nation-reported-gap' : 'reported-doses'}
      />{' '}
      {m.units.doses}
    </p>
  )
}

/** *Nation now*: how many doses, today, and whether the pace suffices. */
export function NationScene() {
  const { m } = useSpeech()
  const nation = useTopic('nation')
  if (nation === undefined) return <SceneMessage question={m.scene.nation} lines={[m.loading]} />
  if (hasNoRecords(nation)) return <SceneEmpty question={m.scene.nation} />
  return (
    <div className="nation">
      <header className="scene-head">
        <h1>{m.scene.nation}</h1>
        <Reported nation={nation} />
      </header>
      <Nation nation={nation} />
    </div>
  )
}
