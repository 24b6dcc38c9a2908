import type { NationState } from '@mcc/contract'
import { startOfDay } from '@mcc/contract'
import { useEffect, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import './time-bar.css'
import { usePageSearch } from '../desk/use-page-search.js'
import { useSpeech } from '../i18n/language.js'
import { dataTimeOf, stateOf } from '../live/live-store.js'
import { liveLine } from '../live/socket.js'
import { useLiveState } from '../live/use-live.js'
import { formField } from '../rest/form-field.js'
import { refreshSession } from '../rest/session.js'
import { CopyLink } from './copy-link.js'
import { DEFAULT_SPEED, type ModeSearch } from './mode.js'
import { writtenMoment } from './moment.js'
import { PastNote } from './past-note.js'
import { ReplayControls } from './replay-controls.js'
import { useMode, useMoment } from './use-moment.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A hand on the slider passes many moments; only where it rests is asked for. */
const RESTS_MS = 300

/** First moment of the campaign and the newest that can be asked, epoch ms; undefined on an empty store. */
function useSpan(): { first: number; newest: number } | undefined {
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

function Slider({
  first,
  newest,
  at,
  move,
}: {
  first: number
  newest: number
  at: number
  move: (ms: number) => void
}) {
  const { m, f } = useSpeech()
  const [hand, setHand] = useState<number>()
  const shown = hand ?? at
  useEffect(() => {
    if (hand === undefined) return undefined
    const timer = setTimeout(() => {
      move(hand)
      setHand(undefined)
    }, RESTS_MS)
    return () => clearTimeout(timer)
  }, [hand, move])
  const byKey = (event: KeyboardEvent) => {
    const shifted = event.shiftKey ? { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 } : {}
    const days = ({ PageUp: 1, PageDown: -1, ...shifted } as Record<string, number>)[event.key]
    if (days === undefined) return
    event.preventDefault()
    setHand(Math.min(newest, Math.max(first, shown + days * DAY_MS)))
  }
  return (
    <input
      type="range"
      className="time-slider"
      min={first}
      // whole steps, or the hand could not reach the end, which is live
      max={first + Math.ceil((newest - first) / HOUR_MS) * HOUR_MS}
      step={HOUR_MS}
      value={shown}
      aria-label={m.times.bar}
      aria-valuetext={f.moment(shown)}
      onChange={(event) => setHand(Number(event.target.value))}
      onKeyDown={byKey}
    />
  )
}

/** Where a replay begins: at the moment shown, from live at the first day. */
const beginOf = ({ first }: { first: number }, at: string | undefined): string =>
  at ?? new Date(first).toISOString()

/** The rule of time on top of every desk: live, what was known at a moment, or a replay of such moments. The address keeps it. */
export function TimeBar() {
  const { m, f } = useSpeech()
  const [, change] = usePageSearch()
  const mode = useMode()
  const at = useMoment()
  const go = (to: ModeSearch) => change({ at: undefined, replay: undefined, speed: undefined, ...to })
  const [wrong, setWrong] = useState(false)
  const shown = useLiveState(dataTimeOf)
  const span = useSpan()
  if (span === undefined && mode.kind === 'live') return null
  const see = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const moment = writtenMoment(formField(event.currentTarget, 'moment'))
    setWrong(moment === undefined)
    if (moment !== undefined) go({ at: moment })
  }
  const now = at ?? shown
  return (
    <section className="time-bar" aria-label={m.times.bar} data-testid="time-bar">
      {mode.kind === 'live' ? (
        <strong>{m.times.live}</strong>
      ) : (
        <button type="button" className="button" onClick={() => go({})}>
          {m.times.toLive}
        </button>
      )}
      {mode.kind === 'replay' ? (
        <ReplayControls speed={mode.speed} />
      ) : (
        span && (
          <button
            type="button"
            className="button"
            onClick={() =>
              go({ replay: beginOf(span, mode.kind === 'live' ? undefined : at), speed: DEFAULT_SPEED })
            }
          >
            {m.times.replay}
          </button>
        )
      )}
      {span && (
        <Slider
          {...span}
          at={at === undefined ? span.newest : Date.parse(at)}
          move={(ms) => go({ at: ms >= span.newest ? undefined : new Date(ms).toISOString() })}
        />
      )}
      <form onSubmit={see}>
        <input
          key={at}
          name="moment"
          aria-label={m.times.write}
          title={m.times.write}
          defaultValue={now === undefined ? '' : f.moment(now)}
          maxLength={20}
          size={16}
          aria-invalid={wrong}
        />
        <button type="submit" className="button">
          {m.times.see}
        </button>
      </form>
      {now !== undefined && <CopyLink at={now} />}
      {wrong && <p role="alert">{m.times.wrong}</p>}
      <PastNote />
    </section>
  )
}
