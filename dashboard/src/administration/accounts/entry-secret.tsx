import { useSpeech } from '../../i18n/language.js'
import type { Entry } from '../../rest/accounts.js'
import { Secret } from '../secret.js'

/** The link or password that opens an account, shown once. */
export function EntrySecret({ name, entry }: { name: string; entry: Entry }) {
  const words = useSpeech().m.administration
  if (entry.password !== undefined)
    return <Secret label={words.passwordOf(name)} value={entry.password} note={words.passwordNote} />
  return (
    <Secret
      label={words.linkOf(name)}
      value={window.location.origin + (entry.path ?? '')}
      note={words.linkNote}
    />
  )
}
