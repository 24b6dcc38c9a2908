import { AEFI_STAGES, CASE_SORTS, PRODUCTS, UNIT_CODES } from '@mcc/contract'
import { SearchField } from '../design/search-field.js'
import { Sentence, SentenceDay, SentenceWord } from '../design/sentence.js'
import { useWide } from '../design/use-wide.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { useSession } from '../rest/session.js'
import { useAefiSearch } from './use-aefi-search.js'

function ProvinceWord() {
  const { m, language } = useSpeech()
  const { caller } = useSession()
  const [{ province }, change] = useAefiSearch()
  if (caller?.province !== undefined) return <span>{unitName(caller.province, language)}</span>
  const units = UNIT_CODES.map((code) => [code, unitName(code, language)] as const)
  return (
    <SentenceWord
      label={m.cases.where}
      any={m.cases.everywhere}
      options={units.toSorted((a, b) => a[1].localeCompare(b[1], 'vi'))}
      value={province}
      change={(value) => change({ province: value })}
    />
  )
}

function KindWords() {
  const { m } = useSpeech()
  const words = m.cases
  const [{ product, serious }, change] = useAefiSearch()
  return (
    <>
      <SentenceWord
        label={words.seriousness}
        any={words.anySeriousness}
        options={[
          ['yes', words.seriousOnly],
          ['no', words.notSeriousOnly],
        ]}
        value={serious}
        change={(value) => change({ serious: value })}
      />
      <SentenceWord
        label={m.aefi.product}
        any={words.anyProduct}
        options={PRODUCTS.map((p) => [p.id, p.short] as const)}
        value={product}
        change={(value) => change({ product: value })}
      />
    </>
  )
}

/** On a narrow screen, whose table has few headings to sort by. */
function OrderWord() {
  const { m } = useSpeech()
  const [{ sort }, change] = useAefiSearch()
  const { notified, ...others } = m.cases.orders
  return (
    <SentenceWord
      label={m.cases.order}
      any={notified}
      options={CASE_SORTS.flatMap((by) => (by === 'notified' ? [] : [[by, others[by]] as const]))}
      value={sort === 'notified' ? undefined : sort}
      change={(value) => change({ sort: value, dir: undefined })}
    />
  )
}

const NOTHING = { province: undefined, product: undefined, serious: undefined, stage: undefined }
const NO_TIME = { from: undefined, to: undefined, q: undefined }

/** The filter of the cases; all of it is in the address. */
export function FilterSentence() {
  const { m } = useSpeech()
  const [{ province, product, serious, stage, from, to, q }, change] = useAefiSearch()
  const words = m.cases
  const wide = useWide()
  const filtered = [province, product, serious, stage, from, to, q].some((part) => part !== undefined)
  return (
    <Sentence
      label={words.filters}
      clear={filtered ? { word: words.clear, run: () => change({ ...NOTHING, ...NO_TIME }) } : undefined}
    >
      <KindWords />
      <ProvinceWord />
      <SentenceWord
        label={words.stageHead}
        any={words.anyStage}
        options={AEFI_STAGES.map((one) => [one, words.stage[one]] as const)}
        value={stage}
        change={(value) => change({ stage: value })}
      />
      <SentenceDay value={from} change={(value) => change({ from: value })}>
        {words.from}
      </SentenceDay>
      <SentenceDay value={to} change={(value) => change({ to: value })}>
        {words.to}
      </SentenceDay>
      {!wide && <OrderWord />}
      <SearchField label={words.search} value={q ?? ''} change={(value) => change({ q: value })} />
    </Sentence>
  )
}
