import type { NationState, ProvinceCode } from '@mcc/contract'
import type { ReactNode } from 'react'
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

function Item({ children }: { children: ReactNode }) {
  return (
    <li>
      <span className="morning-dot" aria-hidden="true">
        ·
      </span>
      {children}
    </li>
  )
}

/** The provinces that moved farthest. */
export function NationMoves({ then, now }: Props) {
  const { m, f, language } = useSpeech()
  const moves = rankMoves(then, now)
  const more = moves.length - NAMED
  return (
    <div className="morning-moves" data-testid="morning-moves" data-value={moves.length}>
      <ul>
        {moves.length === 0 && <Item>{m.morning.noneMoved}</Item>}
        {moves.slice(0, NAMED).map((move) => (
          <Item key={move.code}>
            {unitName(move.code, language)} <Step {...move} />
          </Item>
        ))}
        {more > 0 && <Item>{m.morning.moreMoved(f.count(more))}</Item>}
      </ul>
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
