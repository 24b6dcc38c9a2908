import { AEFI_STAGES, PRODUCTS, UNIT_CODES } from '@mcc/contract'
import type { ReactNode } from 'react'
import type { AefiSearch } from '../app/search.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { useSession } from '../rest/session.js'
import { useAefiSearch } from './use-aefi-search.js'

interface WordProps {
  of: 'province' | 'product' | 'serious' | 'stage'
  label: string
  any: string
  options: readonly (readonly [string, string])[]
}

function Word({ of, label, any, options }: WordProps) {
  const [search, change] = useAefiSearch()
  return (
    <select
      aria-label={label}
      className="word"
      value={search[of] ?? ''}
      onChange={(event) => change({ [of]: event.currentTarget.value || undefined } as Partial<AefiSearch>)}
    >
      <option value="">{any}</option>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  )
}

function Day({ of, children }: { of: 'from' | 'to'; children: ReactNode }) {
  const [search, change] = useAefiSearch()
  return (
    <label className="word-day">
      {children}{' '}
      <input
        type="date"
        value={search[of] ?? ''}
        onChange={(event) => change({ [of]: event.currentTarget.value || undefined })}
      />
    </label>
  )
}

function ProvinceWord() {
  const { m, language } = useSpeech()
  const { caller } = useSession()
  if (caller?.province !== undefined) return <span>{unitName(caller.province, language)}</span>
  const units = UNIT_CODES.map((code) => [code, unitName(code, language)] as const)
  const sorted = units.toSorted((a, b) => a[1].localeCompare(b[1], 'vi'))
  return <Word of="province" label={m.cases.where} any={m.cases.everywhere} options={sorted} />
}

/** The filter as a sentence of words that can each be changed; all of it is in the address. */
export function FilterSentence() {
  const { m } = useSpeech()
  const [search, change] = useAefiSearch()
  const words = m.cases
  const { province, product, serious, stage, from, to, q } = search
  const filtered = [province, product, serious, stage, from, to, q].some((part) => part !== undefined)
  const clear = { province: undefined, product: undefined, serious: undefined, stage: undefined }
  return (
    <div className="sentence" role="search" aria-label={words.filters}>
      <Word
        of="serious"
        label={words.seriousness}
        any={words.anySeriousness}
        options={[
          ['yes', words.seriousOnly],
          ['no', words.notSeriousOnly],
        ]}
      />
      <Word
        of="product"
        label={m.aefi.product}
        any={words.anyProduct}
        options={PRODUCTS.map((p) => [p.id, p.short])}
      />
      <ProvinceWord />
      <Word
        of="stage"
        label={words.stageHead}
        any={words.anyStage}
        options={AEFI_STAGES.map((one) => [one, words.stage[one]])}
      />
      <Day of="from">{words.from}</Day>
      <Day of="to">{words.to}</Day>
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        maxLength={60}
        value={q ?? ''}
        onChange={(event) => change({ q: event.currentTarget.value || undefined })}
      />
      {filtered && (
        <button
          type="button"
          className="link"
          onClick={() => change({ ...clear, from: undefined, to: undefined, q: undefined })}
        >
          {words.clear}
        </button>
      )}
    </div>
  )
}
