import { startOfDay } from '@mcc/contract'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { LiveProvider } from '../live/use-live.js'
import type { Mode } from '../time/mode.js'
import type { ReplayStand } from '../time/replay-controls.js'
import { TimeRule } from '../time/time-rule.js'
import { NOW } from './samples.js'
import { LINES } from './still.js'

const SPAN = { first: startOfDay('2021-03-08'), newest: Date.parse(NOW) }
const AT = '2021-09-03T05:00:00.000Z'
const LIVE: Mode = { kind: 'live' }
const MOMENT: Mode = { kind: 'moment', at: AT }
const REPLAY: Mode = { kind: 'replay', from: AT, speed: '6h' }
const nothing = () => undefined
const HANDS = { step: nothing, pause: nothing, resume: nothing, speed: nothing }

interface State extends Partial<ReplayStand> {
  line: keyof typeof LINES
  mode: Mode
}
const STATES: readonly State[] = [
  { line: 'live', mode: LIVE },
  { line: 'past', mode: MOMENT },
  { line: 'waiting', mode: MOMENT },
  { line: 'unsettled', mode: MOMENT },
  { line: 'unreadable', mode: { kind: 'unreadable' } },
  { line: 'past', mode: REPLAY },
  { line: 'past', mode: REPLAY, paused: true },
  { line: 'past', mode: REPLAY, ended: true },
]

/** The time bar in each of its states. */
export function TimesPart() {
  const { m } = useSpeech()
  return (
    <Tile title={m.gallery.times} className="gallery-wide">
      {STATES.map(({ line, mode, paused = false, ended = false }, i) => {
        const at = mode.kind === 'moment' || mode.kind === 'replay' ? AT : undefined
        const shown = mode.kind === 'live' ? NOW : at
        return (
          <div key={i} className={mode.kind === 'live' ? '' : 'gallery-past-hand'}>
            <LiveProvider live={LINES[line]}>
              <TimeRule
                name={`${m.times.bar} ${i + 1}`}
                {...{ mode, at, shown }}
                span={SPAN}
                replay={{ paused, ended }}
                hands={HANDS}
                go={nothing}
              />
            </LiveProvider>
          </div>
        )
      })}
    </Tile>
  )
}
