import type { ProvinceCode } from '@mcc/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './morning.css'
import { TileBoundary } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { dataTimeOf } from '../live/live-store.js'
import { useLiveState, useTopic } from '../live/use-live.js'
import { hasNoRecords } from '../places/nation-facts.js'
import { unitName } from '../places/unit-names.js'
import { useMode } from '../time/use-moment.js'
import { MorningFacts } from './morning-facts.js'
import { morningOf } from './morning.js'
import { useKnownAt } from './use-known-at.js'

function Facts({ at, code }: { at: string; code: ProvinceCode | undefined }) {
  const { m } = useSpeech()
  const now = useTopic('nation')
  const alarms = useTopic('alarms')
  const then = useKnownAt('nation', at)
  if (then === 'refused') return <p className="quiet-state">{m.morning.refused}</p>
  if (then === 'away') return <p className="quiet-state">{m.reads.failed}</p>
  if (then === undefined || now === undefined) return <p className="quiet-state">{m.morning.loading}</p>
  if (hasNoRecords(then)) return <p className="quiet-state">{m.morning.empty}</p>
  return <MorningFacts then={then} {...{ at, now, alarms, code }} />
}

interface FrameProps {
  /** The moment compared with, UTC. */
  at: string
  yesterday: boolean
  /** Whose figures it says. */
  place: string
  children: ReactNode
}

/** The strip around what it says: since when, and the way to that moment. */
export function MorningFrame({ at, yesterday, place, children }: FrameProps) {
  const { m, f } = useSpeech()
  const title = `${(yesterday ? m.morning.sinceYesterday : m.morning.since)(f.time(at))}, ${place}`
  return (
    <section className="morning" aria-label={title} data-testid="morning" data-value={at}>
      <h2>
        {title}{' '}
        <Link to="." search={(was) => ({ ...was, at })} className="link morning-link">
          {m.morning.see}
        </Link>
      </h2>
      <TileBoundary>{children}</TileBoundary>
    </section>
  )
}

/**
 * What changed since seven in the morning: what is known now against what was known then, of the nation or one province.
 * Absent from a replay, which has no morning.
 */
export function MorningStrip({ code }: { code?: ProvinceCode | undefined }) {
  const { m, language } = useSpeech()
  const { kind } = useMode()
  const asOf = useLiveState(dataTimeOf)
  if (asOf === undefined || kind === 'replay') return null
  const { at, yesterday } = morningOf(asOf)
  return (
    <MorningFrame
      at={at}
      yesterday={yesterday}
      place={code === undefined ? m.nation : unitName(code, language)}
    >
      <Facts at={at} code={code} />
    </MorningFrame>
  )
}
