import { useSpeech } from '../i18n/language.js'
import './pages.css'
import { useHeir } from './use-heir.js'

interface Props {
  /** Which lines stand here, of how many. */
  text: string
  /** Turn back and on; undefined at that end. */
  before: (() => void) | undefined
  after: (() => void) | undefined
}

/** Turns the pages of a list. A button that is gone at the end hands the focus to what says where one is. */
export function Pages({ text, before, after }: Props) {
  const { m } = useSpeech()
  const { heir, press } = useHeir()
  const turn = (page: () => void) => {
    press()
    page()
  }
  return (
    <p className="quiet-state pages">
      <span ref={heir} role="status" tabIndex={-1}>
        {text}
      </span>
      {before && (
        <button type="button" className="link" onClick={() => turn(before)}>
          {m.reads.before}
        </button>
      )}
      {after && (
        <button type="button" className="link" onClick={() => turn(after)}>
          {m.reads.after}
        </button>
      )}
    </p>
  )
}
