import { allows, type Alarm, type AlarmRule, type Caller, type UnitCode } from '@mcc/contract'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { inOrder } from '../alarms/open-alarms.js'
import { alarmSentence } from '../alarms/sentence.js'
import { Dotted } from '../design/dotted.js'
import { SeverityMark } from '../design/status-mark.js'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { unitName } from '../places/unit-names.js'
import { useSession } from '../rest/session.js'
import { useIsPast } from '../time/use-moment.js'
import { Acknowledge } from './acknowledge.js'
import { usePageSearch } from './use-page-search.js'

/** What these say is shown in full on the page of data quality. */
const OF_THE_BOOKS: ReadonlySet<AlarmRule> = new Set([
  'accounting-unexplained',
  'manifest-differs',
  'rollup-differs',
  'quarantine-growing',
])

function ToQuality() {
  const { m } = useSpeech()
  const [search] = usePageSearch()
  return (
    <Link to="/quality" search={search} className="link">
      {m.qualityPage.page}
    </Link>
  )
}

interface LineProps {
  alarm: Alarm
  /** Who looks: an alarm is acknowledged only by those in whose scope it is. */
  caller: Caller | undefined
}

export function AlarmLine({ alarm, caller }: LineProps) {
  const mayAck = allows(caller, 'alarms.acknowledge', alarm.unit ?? undefined)
  const { m, f, language } = useSpeech()
  const line = useRef<HTMLLIElement>(null)
  const facts = [
    m.severity[alarm.severity],
    alarm.unit !== null && unitName(alarm.unit, language),
    m.alarms.since(f.moment(alarm.since)),
    !alarm.active && m.alarms.cleared,
    alarm.ackedBy !== null && m.alarms.acked(alarm.ackedBy, f.moment(alarm.ackedAt ?? alarm.since)),
    OF_THE_BOOKS.has(alarm.rule) && <ToQuality />,
  ].filter((fact) => fact !== false)
  return (
    <li ref={line} tabIndex={-1} data-testid={`alarm-${alarm.id}`}>
      <SeverityMark severity={alarm.severity} />
      <div>
        <p>{alarmSentence(alarm, m, f)}</p>
        <p className="quiet-state">
          <Dotted items={facts} />
        </p>
      </div>
      {mayAck && alarm.ackedBy === null && <Acknowledge id={alarm.id} done={() => line.current?.focus()} />}
    </li>
  )
}

/** What needs somebody's response, of one unit if given; acknowledging never hides an alarm whose condition still holds. */
export function AlarmsList({ unit }: { unit?: UnitCode }) {
  const { m } = useSpeech()
  const { caller } = useSession()
  const state = useTopic('alarms')
  const past = useIsPast()
  const all = Object.values(state?.alarms ?? {})
  const alarms = inOrder(unit === undefined ? all : all.filter((alarm) => alarm.unit === unit))
  return (
    <Tile
      title={m.alarms.title}
      className={`desk-alarms desk-whole ${alarms.length === 0 ? 'alarms-quiet' : ''}`}
    >
      {state === undefined ? (
        <p className="quiet-state">{past ? m.times.silent : m.loading}</p>
      ) : (
        // said aloud is an alarm that comes, not those that the page found, nor the figures in them, which move
        <div role="log" aria-relevant="additions">
          {alarms.length === 0 && <p className="quiet-state">{m.alarms.none}</p>}
          {alarms.length > 0 && (
            <ul className="alarms" tabIndex={0} aria-label={m.alarms.title}>
              {alarms.map((alarm) => (
                <AlarmLine key={alarm.id} alarm={alarm} caller={caller} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Tile>
  )
}
