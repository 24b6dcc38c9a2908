import { useSpeech } from '../i18n/language.js'
import { usePageSearch } from '../desk/use-page-search.js'
import { type Speed, SPEED_NAMES } from './mode.js'
import { past } from './past.js'
import { usePast } from './use-moment.js'

/** Pause, step and speed of the replay that the address asks for. */
export function ReplayControls({ speed }: { speed: Speed }) {
  const { m } = useSpeech()
  const [, change] = usePageSearch()
  const { paused = false, ended = false } = usePast() ?? {}
  return (
    <span className="time-replay" role="group" aria-label={m.times.replay} data-ended={ended}>
      <button type="button" className="button" aria-label={m.times.back} onClick={() => past.step(-1)}>
        ‹
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={ended}
        onClick={() => (ended ? undefined : paused ? past.resume() : past.pause())}
      >
        {ended ? m.times.ended : paused ? m.times.resume : m.times.pause}
      </button>
      <button type="button" className="button" aria-label={m.times.on} onClick={() => past.step(1)}>
        ›
      </button>
      <select
        aria-label={m.times.speed}
        value={speed}
        onChange={(event) => change({ speed: SPEED_NAMES.find((name) => name === event.target.value) })}
      >
        {SPEED_NAMES.map((name) => (
          <option key={name} value={name}>
            {m.times.speeds[name]}
          </option>
        ))}
      </select>
    </span>
  )
}
