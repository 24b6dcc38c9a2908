import { useSpeech } from '../i18n/language.js'
import { useLateCode } from '../rest/lasting.js'

/** In place of a part whose code is on its way: `children`, if anything; and that it does not come, as long as that is so. */
export function Awaited({ children }: { children?: string }) {
  const { m } = useSpeech()
  const words = useLateCode() ? m.late : children
  return words !== undefined && <p className="quiet-state">{words}</p>
}
