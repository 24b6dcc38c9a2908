import type { NationState } from '@mcc/contract'
import { startOfDay } from '@mcc/contract'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { usePageSearch } from '../desk/use-page-search.js'
import { dataTimeOf, stateOf } from '../live/live-store.js'
import { liveLine } from '../live/socket.js'
import { useLiveState } from '../live/use-live.js'
import { refreshSession } from '../rest/session.js'
import type { ModeSearch } from './mode.js'
import { past } from './past.js'
import { TimeRule } from './time-rule.js'
import type { Span } from './time-slider.js'
import { useMode, useMoment, usePast } from './use-moment.js'

function useSpan(): Span | undefined {
  const live = liveLine(() => void refreshSession())
  useEffect(() => live.want('nation'), [live])
  const newest = useStore(live.store, dataTimeOf)
  const nation: NationState | undefined = useStore(live.store, (s) => stateOf(s, 'nation'))
  const day = Object.keys(nation?.days ?? {}).reduce<string | undefined>(
    (least, d) => (least === undefined || d < least ? d : least),
    undefined,
  )
  return newest === undefined || day === undefined
    ? undefined
    : { first: startOfDay(day), newest: Date.parse(newest) }
}

/** The rule of time on top of every desk: live, what was known at a moment, or a replay of such moments. The address keeps it. */
export function TimeBar() {
  const [, change] = usePageSearch()
  const mode = useMode()
  const at = useMoment()
  const asOf = useLiveState(dataTimeOf)
  const span = useSpan()
  const { paused = false, ended = false } = usePast() ?? {}
  const go = (to: ModeSearch) => change({ at: undefined, replay: undefined, speed: undefined, ...to })
  if (span === undefined && mode.kind === 'live') return null
  return (
    <TimeRule
      {...{ mode, span, at, go }}
      shown={at ?? asOf}
      replay={{ paused, ended }}
      hands={{
        step: (by) => past.step(by),
        pause: () => past.pause(),
        resume: () => past.resume(),
        speed: (speed) => change({ speed }),
      }}
    />
  )
}
