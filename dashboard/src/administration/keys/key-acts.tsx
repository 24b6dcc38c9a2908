import { useSpeech } from '../../i18n/language.js'
import { formField } from '../../rest/form-field.js'
import type { Answer } from '../../rest/request.js'
import { addKey, removeKey, type SourceKey } from '../../rest/source-keys.js'
import { ActButton } from '../act-button.js'
import { NameField } from '../name-field.js'
import { Secret } from '../secret.js'

function KeySecret({ source, value, again }: { source: string; value: string; again: boolean }) {
  const words = useSpeech().m.administration
  return <Secret label={words.keyOf(source)} value={value} note={again ? words.rotateNote : words.keyNote} />
}

async function makeFirst(form: HTMLFormElement): Promise<Answer<{ source: string; key: string }>> {
  const source = formField(form, 'name')
  const answer = await addKey(source)
  return answer.ok ? { ok: true, value: { source, key: answer.value.key } } : answer
}

/** Makes the first key of a source, which exists from then on. */
export function NewSourceButton({ done }: { done: (name: string) => void }) {
  const words = useSpeech().m.administration
  return (
    <ActButton
      label={words.newSource}
      main
      title={words.newSource}
      confirm={words.makeKey}
      act={makeFirst}
      done={({ source }) => done(source)}
      outcome={({ source, key }) => <KeySecret source={source} value={key} again={false} />}
    >
      <NameField label={words.source} hint={words.sourceHint} most={64} pattern="[A-Za-z0-9_.\-]+" />
    </ActButton>
  )
}

/** Gives a source another key; `good` of its keys stay good until they are revoked. */
export function RotateButton({ source, good, done }: { source: string; good: number; done: () => void }) {
  const words = useSpeech().m.administration
  const label = good > 0 ? words.rotate : words.makeKey
  const title = good > 0 ? words.rotateOf(source) : words.makeKeyOf(source)
  return (
    <ActButton
      label={label}
      name={title}
      title={title}
      confirm={words.makeKey}
      act={() => addKey(source)}
      done={done}
      outcome={({ key }) => <KeySecret source={source} value={key} again={good > 0} />}
    >
      <p>{good > 0 ? words.rotateAbout : words.makeKeyAbout}</p>
    </ActButton>
  )
}

interface RevokeProps {
  source: string
  of: SourceKey
  /** No other key of the source is good. */
  last: boolean
  done: () => void
}

/** Ends one key. */
export function RevokeKeyButton({ source, of, last, done }: RevokeProps) {
  const words = useSpeech().m.administration
  const title = words.revokeKey(of.id, source)
  return (
    <ActButton
      label={words.revoke}
      name={title}
      title={title}
      confirm={words.revoke}
      act={() => removeKey(source, of.id)}
      done={done}
    >
      {last && (
        <p>
          <strong>{words.revokeLastKey}</strong>
        </p>
      )}
      <p>{words.revokeKeyAbout}</p>
    </ActButton>
  )
}
