import { FACILITY_KINDS } from '@mcc/contract'
import { SearchField } from '../design/search-field.js'
import { Sentence, SentenceWord } from '../design/sentence.js'
import { useSpeech } from '../i18n/language.js'
import { useProvinceSearch } from './use-province-search.js'

/** No filter at all. */
export const NO_FILTER = { q: undefined, kind: undefined, state: undefined }

/** The filter of the facilities as a sentence; all of it is in the address. */
export function FacilityFilterSentence() {
  const { m } = useSpeech()
  const words = m.facilities
  const [{ q, kind, state }, change] = useProvinceSearch()
  const filtered = [q, kind, state].some((part) => part !== undefined)
  return (
    <Sentence
      label={words.filters}
      clear={filtered ? { word: words.clear, run: () => change(NO_FILTER) } : undefined}
    >
      <SentenceWord
        label={words.kind}
        any={words.allKinds}
        options={FACILITY_KINDS.map((one) => [one, words.kinds[one]] as const)}
        value={kind}
        change={(value) => change({ kind: value })}
      />
      <SentenceWord
        label={words.state}
        any={words.anyState}
        options={[
          ['open', words.onlyOpen],
          ['closed', words.onlyClosed],
        ]}
        value={state}
        change={(value) => change({ state: value })}
      />
      <SearchField label={words.find} value={q ?? ''} change={(value) => change({ q: value })} />
    </Sentence>
  )
}
