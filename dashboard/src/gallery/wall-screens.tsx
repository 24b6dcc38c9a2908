import { exerciseLabel } from '@mcc/contract'
import type { ReactNode } from 'react'
import '../wall/wall.css'
import '../wall/map-scene.css'
import '../wall/tables.css'
import { SEVERITIES } from '../alarms/open-alarms.js'
import { dailySeries } from '../charts/daily-series.js'
import { Bar } from '../design/bar.js'
import { ConnectionBand } from '../design/connection-band.js'
import { ExerciseBorder } from '../design/exercise-frame.js'
import { SeverityMark } from '../design/status-mark.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { LiveProvider, useTopic } from '../live/use-live.js'
import { unitName } from '../places/unit-names.js'
import { PastBorder } from '../time/past-frame.js'
import { DailyBars } from '../wall/daily-bars.js'
import { Ranking } from '../wall/ranking.js'
import { SceneHead } from '../wall/scene-head.js'
import { Strip } from '../wall/strip.js'
import { WallMessage } from '../wall/wall-message.js'
import { DAYS, FIGURES, NOW, TODAY } from './samples.js'
import { LINES } from './still.js'

const SCENES = 8
const SEEN = ['77', '46', '79'] as const
const DAILY = dailySeries(DAYS, TODAY)
/** The top of the scale stands on the bars. */
const FIRST_DAYS = DAILY.slice(0, 3).map((point) => ({ ...point, doses: 100_000 }))

function Screen({ line, children }: { line: keyof typeof LINES; children: ReactNode }) {
  return (
    <div className="wall">
      <LiveProvider live={LINES[line]}>
        <ConnectionBand />
        <section className="scene">{children}</section>
        <Strip scene={1} scenes={SCENES} paused={line === 'lost'} />
      </LiveProvider>
    </div>
  )
}

function FiguresScene() {
  const { m, f } = useSpeech()
  return (
    <>
      <SceneHead title={m.gallery.figures}>{m.nation}</SceneHead>
      <p className="scene-answer">
        <FigureText figure={FIGURES[0]} format={f.count} quiet />
        <span className="scene-answer-note">{m.units.doses}</span>
      </p>
      <ul className="gallery-row">
        {FIGURES.slice(1).map((figure, i) => (
          <li key={i}>
            <FigureText figure={figure} format={f.count} />
          </li>
        ))}
      </ul>
      <ul className="gallery-row">
        {SEVERITIES.map((severity) => (
          <li key={severity}>
            <SeverityMark severity={severity} count={f.count(3)} /> {m.severity[severity]}
          </li>
        ))}
      </ul>
      <Bar value={48.2} mark={70} />
    </>
  )
}

function RankingScene() {
  const { m } = useSpeech()
  const nation = useTopic('nation')
  if (nation === undefined) return null
  return (
    <>
      <SceneHead title={m.scene.map}>{m.map.metric}</SceneHead>
      <table className="rankings">
        <Ranking title={m.map.lowest} codes={SEEN} nation={nation} of="coverageOne" mark={70} />
      </table>
    </>
  )
}

function ChartScene() {
  const { m, language } = useSpeech()
  return (
    <>
      <SceneHead title={m.figures.series}>{unitName('77', language)}</SceneHead>
      <div className="scene-chart">
        <DailyBars points={DAILY} />
      </div>
      <div className="scene-chart">
        <DailyBars points={FIRST_DAYS} />
      </div>
    </>
  )
}

function Box({ children }: { children: ReactNode }) {
  return <div className="gallery-page gallery-screen">{children}</div>
}

/** Screens of a wall, each as high as the window: in order, in an exercise and cut off, in the past, and not let in. */
export function WallScreens() {
  const { m, f } = useSpeech()
  return (
    <>
      <Box>
        <Screen line="live">
          <FiguresScene />
        </Screen>
      </Box>
      <Box>
        <ExerciseBorder label={exerciseLabel({ scale: 0.01 })}>
          <Screen line="lost">
            <ChartScene />
          </Screen>
        </ExerciseBorder>
      </Box>
      <Box>
        <PastBorder word={m.times.pastWord} moment={f.moment(NOW)}>
          <Screen line="past">
            <RankingScene />
          </Screen>
        </PastBorder>
      </Box>
      <Box>
        <div className="wall">
          <WallMessage lines={[m.door.title, m.door.why, m.door.how]} />
        </div>
      </Box>
    </>
  )
}
