import { EVENT_TYPES, type RejectionCode, REJECTIONS } from '@mcc/contract'
import { HELD_STATUSES } from '../app/search.js'
import { Sentence, SentenceWord } from '../design/sentence.js'
import { useSpeech } from '../i18n/language.js'
import type { ReasonCount } from '../rest/quarantine.js'
import { countOf } from './progress.js'
import { useSourcesSearch } from './use-sources-search.js'

interface Props {
  reasons: readonly ReasonCount[]
  sources: readonly string[]
}

/** The filter as a sentence of words, each reason with how many wait because of it. */
export function HeldFilterSentence({ reasons, sources }: Props) {
  const { m, f } = useSpeech()
  const words = m.sourcesPage.held
  const [{ code, source, type, status = 'open' }, change] = useSourcesSearch()
  const wanted = status === 'all' ? undefined : status
  const codes = (Object.keys(REJECTIONS) as RejectionCode[])
    .map((one) => [one, countOf(reasons, one, wanted)] as const)
    .filter(([one, n]) => n > 0 || one === code)
    .toSorted((a, b) => b[1] - a[1])
    .map(([one, n]) => [one, words.reasonCount(m.sourcesPage.codes[one], f.count(n))] as const)
  const filtered = code !== undefined || source !== undefined || type !== undefined || status !== 'open'
  const clear = () => change({ code: undefined, source: undefined, type: undefined, status: undefined })
  const known = [...new Set([...sources, ...(source === undefined ? [] : [source])])]
  return (
    <Sentence label={words.filters} clear={filtered ? { word: words.clear, run: clear } : undefined}>
      <SentenceWord
        label={words.status}
        any={words.anyStatus}
        value={wanted}
        options={HELD_STATUSES.map((one) => [one, m.sourcesPage.statuses[one] ?? one])}
        change={(value) => change({ status: value === 'open' ? undefined : (value ?? 'all') })}
      />
      <SentenceWord
        label={words.reasons}
        any={words.anyReason}
        value={code}
        options={codes}
        change={(value) => change({ code: value })}
      />
      <SentenceWord
        label={words.source}
        any={words.anySource}
        value={source}
        options={known.map((one) => [one, one])}
        change={(value) => change({ source: value })}
      />
      <SentenceWord
        label={words.type}
        any={words.anyType}
        value={type}
        options={EVENT_TYPES.map((one) => [one, m.qualityPage.eventTypes[one] ?? one])}
        change={(value) => change({ type: value })}
      />
    </Sentence>
  )
}
