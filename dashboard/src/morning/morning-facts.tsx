import {
  dayOf,
  minus,
  type AlarmsState,
  type Figure,
  type NationState,
  type ProvinceCode,
} from '@mcc/contract'
import type { ReactNode } from 'react'
import { SEVERITIES } from '../alarms/open-alarms.js'
import { SeverityMark } from '../design/status-mark.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { alarmsSince } from './changes.js'
import { NationMoves, ProvinceRank } from './rank-change.js'
import { NationRestated, ProvinceRestated } from './restated-fact.js'

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function NewAlarms({ state, at, unit }: { state: AlarmsState; at: string; unit: ProvinceCode | undefined }) {
  const { m, f } = useSpeech()
  const fresh = alarmsSince(state, at, unit)
  return (
    <Fact name={m.morning.alarms}>
      <span data-testid="morning-alarms" data-value={fresh.length}>
        {fresh.length === 0
          ? f.count(0)
          : SEVERITIES.map((severity) => {
              const n = fresh.filter((alarm) => alarm.severity === severity).length
              return n > 0 && <SeverityMark key={severity} severity={severity} count={f.count(n)} />
            })}
      </span>
    </Fact>
  )
}

interface Props {
  /** The moment compared with, and what was known of the nation then. */
  at: string
  then: NationState
  now: NationState
  /** Undefined in the past: alarms have none, so nothing is said of them. */
  alarms: AlarmsState | undefined
  code: ProvinceCode | undefined
}

/** What is known now against what was known at a moment, of the nation or one province. */
export function MorningFacts({ at, then, now, alarms, code }: Props) {
  const { m, f } = useSpeech()
  const [to, from] = code === undefined ? [now, then] : [now.units[code], then.units[code]]
  const serious: Figure =
    code === undefined
      ? minus(now.aefi.serious, then.aefi.serious)
      : minus(now.units[code].aefiSerious, then.units[code].aefiSerious)
  const day = dayOf(at)
  return (
    <dl>
      <Fact name={m.morning.doses}>
        <FigureText figure={minus(to.doses, from.doses)} format={f.signed} testId="morning-doses" />
      </Fact>
      <Fact name={m.morning.restated}>
        {code === undefined ? (
          <NationRestated before={then.days} now={now.days} day={day} />
        ) : (
          <ProvinceRestated {...{ code, at, day }} />
        )}
      </Fact>
      <Fact name={m.morning.serious}>
        <FigureText figure={serious} format={f.signed} testId="morning-serious" />
      </Fact>
      {alarms && <NewAlarms state={alarms} at={at} unit={code} />}
      <Fact name={m.morning.ranks}>
        {code === undefined ? (
          <NationMoves then={then.units} now={now.units} />
        ) : (
          <ProvinceRank code={code} then={then.units} now={now.units} />
        )}
      </Fact>
    </dl>
  )
}
