import { useSpeech } from '../../i18n/language.js'
import { WAYS, type Way } from '../../rest/accounts.js'
import { formField } from '../../rest/form-field.js'

/** How the person gets in. */
export function WayChoice() {
  const words = useSpeech().m.administration
  const says: Record<Way, string> = { link: words.wayLink, password: words.wayPassword }
  return (
    <fieldset>
      <legend>{words.way}</legend>
      {WAYS.map((way) => (
        <label key={way}>
          <input type="radio" name="way" value={way} defaultChecked={way === 'link'} /> {says[way]}
        </label>
      ))}
    </fieldset>
  )
}

export const wayChosen = (form: HTMLFormElement): Way =>
  formField(form, 'way') === 'password' ? 'password' : 'link'
