import { useSpeech } from '../i18n/language.js'
import { type Speed, SPEED_NAMES } from './mode.js'

export interface ReplayStand {
  paused: boolean
  /** It has come to the newest moment. */
  ended: boolean
}
export interface ReplayHands {
  step: (by: 1 | -1) => void
  pause: () => void
  resume: () => void
  speed: (speed: Speed | undefined) => void
}

interface Props extends ReplayStand {
  speed: Speed
  hands: ReplayHands
  /** Has the focus when the replay begins. */
  heir: (button: HTMLElement | null) => void
  short?: boolean
}

/** Pause, step and speed of a replay; in short only the pause. */
export function ReplayControls({ speed, paused, ended, hands, heir, short = false }: Props) {
  const { m } = useSpeech()
  return (
    <span className="time-replay" role="group" aria-label={m.times.replay} data-ended={ended}>
      {!short && (
        <button type="button" className="button" aria-label={m.times.back} onClick={() => hands.step(-1)}>
          ‹
        </button>
      )}
      <button
        type="button"
        className="button"
        ref={heir}
        aria-disabled={ended}
        onClick={() => (ended ? undefined : paused ? hands.resume() : hands.pause())}
      >
        {ended ? m.times.ended : paused ? m.times.resume : m.times.pause}
      </button>
      {!short && (
        <>
          <button type="button" className="button" aria-label={m.times.on} onClick={() => hands.step(1)}>
            ›
          </button>
          <select
            aria-label={m.times.speed}
            value={speed}
            onChange={(event) => hands.speed(SPEED_NAMES.find((name) => name === event.target.value))}
          >
            {SPEED_NAMES.map((name) => (
              <option key={name} value={name}>
                {m.times.speeds[name]}
              </option>
            ))}
          </select>
        </>
      )}
    </span>
  )
}
