import { useSpeech } from '../i18n/language.js'
import type { AefiCase } from '../rest/aefi-cases.js'

/** Before what happened to somebody: whether it was serious; its dot holds on to the words around it. */
export function SeriousMark({ of }: { of: AefiCase }) {
  const { m } = useSpeech()
  if (of.seriousness.length === 0) return null
  return (
    <>
      <strong className="serious">◆ {m.aefiList.seriousMark}</strong>
      {'\u00a0·\u00a0'}
    </>
  )
}
