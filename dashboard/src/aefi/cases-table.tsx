import { type CaseSort, fallsAtFirst, productOf } from '@mcc/contract'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { Dotted } from '../design/dotted.js'
import { SortHead } from '../design/sort-head.js'
import { useWide } from '../design/use-wide.js'
import { useSpeech } from '../i18n/language.js'
import { reactionName } from '../i18n/reactions.js'
import { unitName } from '../places/unit-names.js'
import type { AefiCase } from '../rest/aefi-cases.js'
import { SeriousMark } from './serious-mark.js'
import { useAefiSearch } from './use-aefi-search.js'
import { useCaseFilter } from './use-case-filter.js'
import { useWalk } from './use-walk.js'

function CaseName({ of }: { of: AefiCase }) {
  const { language } = useSpeech()
  const [search] = useAefiSearch()
  return (
    <>
      <SeriousMark of={of} />
      <Link
        to="/aefi/$key"
        params={{ key: of.key }}
        search={search}
        resetScroll={false}
        className="link"
        data-case={of.key}
      >
        {of.reactions.map((term) => reactionName(term, language)).join(', ')}
      </Link>
    </>
  )
}

function WideRow({ of }: { of: AefiCase }) {
  const { m, f, language } = useSpeech()
  return (
    <tr>
      <th scope="row">
        <CaseName of={of} />
      </th>
      <td>{f.moment(of.notifiedAt)}</td>
      <td>{unitName(of.unit, language)}</td>
      <td>
        {productOf(of.product).short}, {m.aefiList.doseNo(of.doseNo)}, {m.lot} {of.lot}
      </td>
      <td>{m.cases.stage[of.stage]}</td>
      <td>{m.outcome[of.outcome]}</td>
    </tr>
  )
}

function NarrowRow({ of }: { of: AefiCase }) {
  const { m, f, language } = useSpeech()
  return (
    <tr>
      <th scope="row">
        <CaseName of={of} />
        <p className="quiet-state">
          <Dotted
            items={[
              f.moment(of.notifiedAt),
              unitName(of.unit, language),
              `${productOf(of.product).short}, ${m.lot} ${of.lot}`,
              m.outcome[of.outcome],
            ]}
          />
        </p>
      </th>
      <td>{m.cases.stage[of.stage]}</td>
    </tr>
  )
}

/** The cases as lines, each of which opens; j and k walk over them. */
export function CasesTable({ cases }: { cases: readonly AefiCase[] }) {
  const { m } = useSpeech()
  const wide = useWide()
  const list = useRef<HTMLTableElement>(null)
  useWalk(list)
  const words = m.cases
  const { sort, descending } = useCaseFilter()
  const [, change] = useAefiSearch()
  const heads: [CaseSort, string][] = wide
    ? [
        ['serious', words.reactions],
        ['notified', words.notified],
        ['unit', words.place],
        ['product', words.productLot],
        ['stage', words.stageHead],
        ['outcome', words.outcomeHead],
      ]
    : [
        ['serious', words.reactions],
        ['stage', words.stageHead],
      ]
  const Row = wide ? WideRow : NarrowRow
  return (
    <table className="figures case-lines" ref={list}>
      <caption className="visually-hidden">{words.keys}</caption>
      <thead>
        <tr>
          {heads.map(([of, name]) => (
            <SortHead key={of} {...{ of, name, sort, descending, change }} rising={!fallsAtFirst(of)} />
          ))}
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <Row key={one.key} of={one} />
        ))}
      </tbody>
    </table>
  )
}
