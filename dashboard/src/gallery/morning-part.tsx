import { addDays, startOfDay, type NationState } from '@mcc/contract'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { MorningFacts } from '../morning/morning-facts.js'
import { MorningFrame } from '../morning/morning-strip.js'
import { DAYS, TODAY, UNITS } from './samples.js'
import { OPEN_ALARMS } from './still.js'

const seven = (day: string): string => new Date(startOfDay(day) + 7 * 3_600_000).toISOString()
const [MORNING, YESTERDAY] = [seven(TODAY), seven(addDays(TODAY, -1))]

const nation = (part: object): NationState =>
  ({ doses: 118_402_117, aefi: { serious: 66 }, days: DAYS, units: UNITS, ...part }) as unknown as NationState
const NOW = nation({})
/** As the nation was: fewer doses and cases, a day restated since, and three provinces at other ranks. */
const THEN = nation({
  doses: 117_369_231,
  aefi: { serious: 64 },
  days: { ...DAYS, [addDays(TODAY, -2)]: 1_032_886 },
  units: {
    ...UNITS,
    '77': { ...UNITS['77'], coverageOne: 99 },
    '46': { ...UNITS['46'], coverageOne: 12 },
    '79': { ...UNITS['79'], coverageOne: 3 },
  },
})

/** The strip of what changed since the morning: with changes, without any, without alarms as in the past, and without figures. */
export function MorningPart() {
  const { m } = useSpeech()
  const facts = { code: undefined, now: NOW }
  return (
    <Tile title={m.gallery.morning} className="gallery-wide">
      <div className="gallery-stack">
        <MorningFrame at={MORNING} yesterday={false} place={m.nation}>
          <MorningFacts {...facts} at={MORNING} then={THEN} alarms={OPEN_ALARMS} />
        </MorningFrame>
        <MorningFrame at={YESTERDAY} yesterday place={m.nation}>
          <MorningFacts {...facts} at={YESTERDAY} then={NOW} alarms={undefined} />
        </MorningFrame>
        <div className="morning">
          <p className="quiet-state">{m.morning.loading}</p>
          <p className="quiet-state">{m.morning.refused}</p>
          <p className="quiet-state">{m.morning.empty}</p>
        </div>
      </div>
    </Tile>
  )
}
