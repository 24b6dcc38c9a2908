import type { ReactNode } from 'react'
import { useSpeech } from '../i18n/language.js'
import type { Reading } from '../rest/use-read.js'
import './read-part.css'
import { useHeir } from './use-heir.js'

interface Props<T> {
  of: Reading<T>
  /** Why it failed, in this part's own words; undefined = the common ones. */
  failed?: ((failure: Reading<T>) => string | undefined) | undefined
  children: (value: T) => ReactNode
}

/** What was read, or why there is nothing yet; a failed reading again is said over what was read before. */
export function ReadPart<T>({ of, failed, children }: Props<T>) {
  const { m } = useSpeech()
  const words = m.reads
  const { value, failure, behind, reload } = of
  const { heir, press } = useHeir()
  const again = () => {
    press()
    reload()
  }
  const common = failure === 'forbidden' ? words.forbidden : value === undefined ? words.failed : words.old
  return (
    <>
      {failure !== undefined && (
        <p role="alert" className="quiet-state">
          {failed?.(of) ?? common}{' '}
          <button type="button" className="link" onClick={again}>
            {m.retry}
          </button>
        </p>
      )}
      {value === undefined && failure === undefined && <p className="quiet-state">{m.loading}</p>}
      {value !== undefined && (
        <div ref={heir} tabIndex={-1} className="read-part" aria-busy={behind}>
          {children(value)}
        </div>
      )}
    </>
  )
}
