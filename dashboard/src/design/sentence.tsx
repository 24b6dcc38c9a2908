import { useRef, type ReactNode } from 'react'
import './sentence.css'
import { useSpeech } from '../i18n/language.js'
import { useWritten } from './use-written.js'
import { writtenDay } from './written-day.js'

interface Props {
  /** Name of the filter for those who hear the page. */
  label: string
  /** The way back to everything, offered while anything is filtered. */
  clear?: { word: string; run: () => void } | undefined
  children: ReactNode
}

/** A filter as a sentence of words that can each be changed. */
export function Sentence({ label, clear, children }: Props) {
  const sentence = useRef<HTMLDivElement>(null)
  const press = (run: () => void) => {
    run()
    // the button is gone with the filter
    sentence.current?.querySelector<HTMLElement>('select, input')?.focus()
  }
  return (
    <div ref={sentence} className="sentence" role="search" aria-label={label}>
      {children}
      {clear && (
        <button type="button" className="link" onClick={() => press(clear.run)}>
          {clear.word}
        </button>
      )}
    </div>
  )
}

interface WordProps<V extends string> {
  label: string
  /** What the word says while it filters nothing. */
  any: string
  options: readonly (readonly [value: V, name: string])[]
  value: V | undefined
  change: (value: V | undefined) => void
}

/** A word with its alternatives; as wide as what it says. */
export function SentenceWord<V extends string>({ label, any, options, value, change }: WordProps<V>) {
  return (
    <select
      aria-label={label}
      className="word"
      data-set={value !== undefined}
      value={value ?? ''}
      onChange={({ currentTarget }) => change(options.find(([v]) => v === currentTarget.value)?.[0])}
    >
      <option value="">{any}</option>
      {options.map(([v, name]) => (
        <option key={v} value={v}>
          {name}
        </option>
      ))}
    </select>
  )
}

interface DayProps {
  /** The word before the day, as "from". */
  children: ReactNode
  /** `YYYY-MM-DD`. */
  value: string | undefined
  change: (value: string | undefined) => void
}

/**
 * A day in a sentence, written as the page writes days: the browser's own field would follow the language of the
 * machine and turn 3 November into 11 March. It holds once it is left or Enter is pressed.
 */
export function SentenceDay({ children, value, change }: DayProps) {
  const { m, f } = useSpeech()
  const field = useWritten(value === undefined ? '' : f.day(value), value)
  const hold = () => {
    const day = writtenDay(field.value)
    const empty = field.value.trim() === ''
    field.refuse(!empty && day === undefined)
    if ((empty || day !== undefined) && day !== value) change(day)
  }
  return (
    <label>
      {children}{' '}
      <input
        className="word-day"
        inputMode="numeric"
        placeholder={m.dayHint}
        title={m.dayHint}
        maxLength={10}
        value={field.value}
        aria-invalid={field.wrong}
        onChange={(event) => field.write(event.currentTarget.value)}
        onBlur={hold}
        onKeyDown={(event) => {
          if (event.key === 'Enter') hold()
        }}
      />
    </label>
  )
}
