import { useId, useState, type FormEvent } from 'react'
import './time-bar.css'
import { useHeir } from '../design/use-heir.js'
import { useWide } from '../design/use-wide.js'
import { useWritten } from '../design/use-written.js'
import { useSpeech } from '../i18n/language.js'
import { CopyLink } from './copy-link.js'
import { DEFAULT_SPEED, type Mode, type ModeSearch } from './mode.js'
import { writtenMoment } from './moment.js'
import { PastNote } from './past-note.js'
import { ReplayControls, type ReplayHands, type ReplayStand } from './replay-controls.js'
import { TimeSlider, type Span } from './time-slider.js'

export interface TimeRuleProps {
  /** Tells several on one page apart for those who hear it. */
  name?: string
  mode: Mode
  /** Undefined on an empty store. */
  span: Span | undefined
  /** The past moment shown, UTC; undefined while live. */
  at: string | undefined
  /** The moment of the figures on the screen, live or past, UTC. */
  shown: string | undefined
  replay: ReplayStand
  hands: ReplayHands
  go: (to: ModeSearch) => void
}

/** Where a replay begins: at the moment shown, from live at the first day. */
const beginOf = ({ first }: Span, at: string | undefined): string => at ?? new Date(first).toISOString()

function Written({ mode, at, shown, go }: Pick<TimeRuleProps, 'mode' | 'at' | 'shown' | 'go'>) {
  const { m, f } = useSpeech()
  // the steps of a replay do not take away what somebody is writing
  const field = useWritten(
    shown === undefined ? '' : f.moment(shown),
    mode.kind === 'replay' ? mode.from : at,
  )
  const see = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const moment = writtenMoment(field.value)
    field.refuse(moment === undefined)
    if (moment !== undefined) go({ at: moment })
  }
  return (
    <>
      <form onSubmit={see}>
        <input
          name="moment"
          aria-label={m.times.write}
          title={m.times.write}
          value={field.value}
          onChange={(event) => field.write(event.currentTarget.value)}
          onFocus={field.hold}
          onBlur={field.release}
          maxLength={20}
          size={16}
          aria-invalid={field.wrong}
        />
        <button type="submit" className="button">
          {m.times.see}
        </button>
      </form>
      {shown !== undefined && <CopyLink at={shown} live={mode.kind === 'live'} />}
      {field.wrong && <p role="alert">{m.times.wrong}</p>}
    </>
  )
}

function ReplayButton({ mode, span, at, go }: Pick<TimeRuleProps, 'mode' | 'at' | 'go'> & { span: Span }) {
  const { m } = useSpeech()
  const begin = beginOf(span, mode.kind === 'live' ? undefined : at)
  return (
    <button type="button" className="button" onClick={() => go({ replay: begin, speed: DEFAULT_SPEED })}>
      {m.times.replay}
    </button>
  )
}

/** Whatever leads to another moment: a replay, the slider, a written moment, the link. */
function Hands({
  mode,
  span,
  at,
  shown,
  go,
  lead,
}: Omit<TimeRuleProps, 'replay' | 'hands'> & { lead: TimeRuleProps['go'] }) {
  return (
    <>
      {mode.kind !== 'replay' && span && <ReplayButton {...{ mode, span, at }} go={lead} />}
      {span && (
        <TimeSlider
          {...span}
          at={at === undefined ? span.newest : Date.parse(at)}
          move={(ms) => go({ at: ms >= span.newest ? undefined : new Date(ms).toISOString() })}
        />
      )}
      <Written {...{ mode, at, shown, go }} />
    </>
  )
}

/**
 * The rule of time in one of its states; what its hands do is told to `go` and `hands`. On a narrow screen it is one
 * line that says what is shown and unfolds.
 */
export function TimeRule({ name, mode, span, at, shown, replay, hands, go }: TimeRuleProps) {
  const { m } = useSpeech()
  const wide = useWide()
  const [open, setOpen] = useState(false)
  const id = useId()
  const unfolded = wide || open
  const { heir, press } = useHeir()
  const lead: TimeRuleProps['go'] = (to) => {
    press()
    go(to)
  }
  const controls = mode.kind === 'replay' && (
    <ReplayControls heir={heir} speed={mode.speed} {...replay} hands={hands} short={!unfolded} />
  )
  return (
    <section className="time-bar" aria-label={name ?? m.times.bar} data-testid="time-bar">
      {mode.kind === 'live' ? (
        <strong ref={heir} tabIndex={-1}>
          {m.times.live}
        </strong>
      ) : (
        <button type="button" className="button" onClick={() => lead({})}>
          {m.times.toLive}
        </button>
      )}
      {!unfolded && controls}
      {!wide && (
        <button
          type="button"
          className="link time-unfold"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? m.times.fold : m.times.unfold}
        </button>
      )}
      <div id={id} className="time-hands" hidden={!unfolded}>
        {unfolded && controls}
        {unfolded && <Hands {...{ mode, span, at, shown, go, lead }} />}
      </div>
      <PastNote />
    </section>
  )
}
