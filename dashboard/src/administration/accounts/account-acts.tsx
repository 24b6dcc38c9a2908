import { useSpeech } from '../../i18n/language.js'
import { newEntry, removeAccount } from '../../rest/accounts.js'
import { ActButton } from '../act-button.js'
import { EntrySecret } from './entry-secret.js'
import { WayChoice, wayChosen } from './way-choice.js'

interface Props {
  name: string
  done: () => void
}

/** A new way into an account, for who has lost theirs. */
export function EntryButton({ name, done }: Props) {
  const words = useSpeech().m.administration
  return (
    <ActButton
      label={words.entry}
      name={words.entryOf(name)}
      title={words.entryOf(name)}
      confirm={words.make}
      act={(form) => newEntry(name, wayChosen(form))}
      done={done}
      outcome={(entry) => <EntrySecret name={name} entry={entry} />}
    >
      <p>{words.entryAbout}</p>
      <WayChoice />
    </ActButton>
  )
}

/** Takes an account away. */
export function RemoveButton({ name, own, done }: Props & { own: boolean }) {
  const words = useSpeech().m.administration
  return (
    <ActButton
      label={words.revoke}
      name={words.removeAccount(name)}
      title={words.removeAccount(name)}
      confirm={words.revoke}
      act={() => removeAccount(name)}
      done={done}
    >
      {own && (
        <p>
          <strong>{words.removeYourself}</strong>
        </p>
      )}
      <p>{words.removeAccountAbout}</p>
    </ActButton>
  )
}
