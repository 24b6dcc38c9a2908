import { DAY_MS } from '@mcc/contract'
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react'
import { useSpeech } from '../i18n/language.js'

const HOUR_MS = 3_600_000
/** Keys that move the hand by days, arrows with shift. */
const PAGES: Readonly<Record<string, number>> = { PageUp: 1, PageDown: -1 }
const ARROWS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }
/** A hand on the slider passes many moments; only where it rests is asked for. */
const RESTS_MS = 300

/** From the first moment of the campaign to the newest that can be asked, epoch ms. */
export interface Span {
  first: number
  newest: number
}

/** The rule with a hand at `at` (epoch ms), in hours; with shift or by page in days. */
export function TimeSlider({
  first,
  newest,
  at,
  move,
}: {
  at: number
  move: (ms: number) => void
} & Span) {
  const { m, f } = useSpeech()
  const [hand, setHand] = useState<number>()
  const shown = hand ?? at
  // live figures draw the rule anew all the time: the hand rests though `move` is another function
  const settle = useEffectEvent((ms: number) => {
    move(ms)
    setHand(undefined)
  })
  useEffect(() => {
    if (hand === undefined) return undefined
    const timer = setTimeout(() => settle(hand), RESTS_MS)
    return () => clearTimeout(timer)
  }, [hand])
  const byKey = (event: KeyboardEvent) => {
    const days = PAGES[event.key] ?? (event.shiftKey ? ARROWS[event.key] : undefined)
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
