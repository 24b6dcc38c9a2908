import type { AdminSearch } from '../../app/search.js'
import { useSearchChange } from '../../app/use-search-change.js'
import { Sentence, SentenceDay, SentenceWord } from '../../design/sentence.js'
import { useSpeech } from '../../i18n/language.js'
import { actionText } from './record-words.js'
import { useAuditSearch } from './use-audit-search.js'

interface Props {
  people: readonly string[]
  actions: readonly string[]
}

/** What the address asks for can be chosen though nobody has done it. */
const withValue = (all: readonly string[], value: string | undefined) =>
  value === undefined || all.includes(value) ? all : [...all, value]

/** Which records, as a sentence: by person, act and days; all of it is in the address. */
export function AuditFilterSentence({ people, actions }: Props) {
  const speech = useSpeech()
  const words = speech.m.administration
  const { who, action, from, to } = useAuditSearch()
  const change = useSearchChange<AdminSearch>()
  const named = withValue(actions, action).map((one) => [one, actionText(one, speech)] as const)
  const nothing = { who: undefined, action: undefined, from: undefined, to: undefined }
  const filtered = [who, action, from, to].some((part) => part !== undefined)
  return (
    <Sentence
      label={words.filter}
      clear={filtered ? { word: words.clear, run: () => change(nothing) } : undefined}
    >
      <SentenceWord
        label={words.who}
        any={words.anyone}
        options={withValue(people, who).map((one) => [one, one] as const)}
        value={who}
        change={(value) => change({ who: value })}
      />
      <SentenceWord
        label={words.did}
        any={words.anyAction}
        options={named.toSorted((a, b) => a[1].localeCompare(b[1], 'vi'))}
        value={action}
        change={(value) => change({ action: value })}
      />
      <SentenceDay value={from} change={(value) => change({ from: value })}>
        {words.from}
      </SentenceDay>
      <SentenceDay value={to} change={(value) => change({ to: value })}>
        {words.to}
      </SentenceDay>
    </Sentence>
  )
}
