import type { NationState, ProvinceCode } from '@mcc/contract'
import { Dotted } from '../design/dotted.js'
import { Fragment } from 'react'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { rankMoves, ranksOf, type RankMove } from './changes.js'

interface Props {
  then: NationState['units']
  now: NationState['units']
}
/** Movers named; the others are counted. */
const NAMED = 3

function Step({ from, to }: Pick<RankMove, 'from' | 'to'>) {
  const { m, f } = useSpeech()
  const by = f.count(Math.abs(from - to))
  return (
    <span className="morning-step">
      {m.morning.fromTo(f.count(from), f.count(to))} (<span aria-hidden="true">{to < from ? '▲' : '▼'}</span>{' '}
      {to < from ? m.morning.up(by) : m.morning.down(by)})
    </span>
  )
}

/** The provinces that moved farthest. */
export function NationMoves({ then, now }: Props) {
  const { m, f, language } = useSpeech()
  const moves = rankMoves(then, now)
  const more = moves.length - NAMED
  const named = moves.slice(0, NAMED).map((move) => (
    <Fragment key={move.code}>
      {unitName(move.code, language)} <Step {...move} />
    </Fragment>
  ))
  const rest = more > 0 ? [m.morning.moreMoved(f.count(more))] : []
  return (
    <div className="morning-moves" data-testid="morning-moves" data-value={moves.length}>
      <Dotted items={[...(named.length > 0 ? named : [m.morning.noneMoved]), ...rest]} />
    </div>
  )
}

/** The rank of one province, and where it came from. */
export function ProvinceRank({ code, then, now }: Props & { code: ProvinceCode }) {
  const { m, f } = useSpeech()
  const ranks = ranksOf(now)
  const from = ranksOf(then).get(code)
  const to = ranks.get(code)
  if (from === undefined || to === undefined) return <span>?</span>
  return (
    <span data-testid="morning-rank" data-value={to}>
      {from === to ? m.morning.still(f.count(to), f.count(ranks.size)) : <Step from={from} to={to} />}
    </span>
  )
}
