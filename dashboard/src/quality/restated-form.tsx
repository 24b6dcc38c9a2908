import { isUnitCode, UNIT_CODES } from '@mcc/contract'
import { useState, type FormEvent } from 'react'
import { useWritten } from '../design/use-written.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { formField } from '../rest/form-field.js'
import { writtenMoment } from '../time/moment.js'
import { useQualitySearch } from './use-quality-search.js'

interface Props {
  /** The two moments shown (ISO 8601). */
  from: string
  to: string
}

/** The two moments of knowing, written as the page writes times, and the unit. */
export function RestatedForm({ from, to }: Props) {
  const { m, f, language } = useSpeech()
  const words = m.qualityPage.restated
  const [{ unit, until }, change] = useQualitySearch()
  const since = useWritten(f.moment(from), from)
  const end = useWritten(f.moment(to), to)
  const [wrong, setWrong] = useState(false)
  const units = UNIT_CODES.map((code) => [code, unitName(code, language)] as const)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const first = writtenMoment(since.value)
    const written = end.value
    // what was not touched stays the newest moment, whatever its seconds
    const last = written.trim() === '' || written === f.moment(to) ? to : writtenMoment(written)
    const good = first !== undefined && last !== undefined && first < last
    setWrong(!good)
    if (!good) return
    const chosen = formField(event.currentTarget, 'unit')
    change({
      since: first,
      until: last === to && until === undefined ? undefined : last,
      unit: isUnitCode(chosen) ? chosen : undefined,
    })
  }
  return (
    <form className="restated-form" onSubmit={submit}>
      <label>
        {words.from}{' '}
        <input
          name="since"
          value={since.value}
          onChange={(event) => since.write(event.currentTarget.value)}
          placeholder={words.hint}
          maxLength={20}
        />
      </label>
      <label>
        {words.to}{' '}
        <input
          name="until"
          value={end.value}
          onChange={(event) => end.write(event.currentTarget.value)}
          placeholder={words.hint}
          maxLength={20}
        />
      </label>
      <select name="unit" aria-label={words.unit} defaultValue={unit ?? ''}>
        <option value="">{words.anyUnit}</option>
        {units
          .toSorted((a, b) => a[1].localeCompare(b[1], 'vi'))
          .map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
      <button type="submit" className="button">
        {words.reload}
      </button>
      {wrong && <p role="alert">{words.wrong}</p>}
    </form>
  )
}
