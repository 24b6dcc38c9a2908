import './allocation.css'
import { DeskShell } from '../desk/desk-shell.js'
import { Tile } from '../design/tile.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { Contradictions } from './contradictions.js'
import { DecisionsTable } from './decisions-table.js'
import { ProductsTable } from './products-table.js'
import { totalOf } from './totals.js'
import { UnitsTable } from './units-table.js'

function AllocationBody() {
  const { m, f } = useSpeech()
  const state = useTopic('allocation')
  if (state === undefined) return <p className="desk-state">{m.loading}</p>
  const words = m.desks.allocated
  const [allocated, received, given] = (['allocated', 'received', 'given'] as const).map((part) =>
    totalOf(Object.values(state.products).map((p) => p[part])),
  )
  return (
    <main className="allocation">
      <div className="allocation-title">
        <h1 className="answer">
          <span>{words.question}</span>{' '}
          <FigureText figure={allocated} format={f.count} quiet className="answer-figure" />{' '}
          <span>{m.units.vials}</span>
        </h1>
        <p className="quiet-state">
          {m.allocation.received} <FigureText figure={received} format={f.count} /> · {m.allocation.given}{' '}
          <FigureText figure={given} format={f.count} />
        </p>
      </div>
      <Tile title={words.byProduct}>
        <ProductsTable state={state} />
      </Tile>
      <Tile title={words.warnings}>
        <Contradictions state={state} />
      </Tile>
      <Tile title={words.byUnit} className="allocation-wide">
        <UnitsTable state={state} />
      </Tile>
      <Tile title={words.decisions} className="allocation-wide">
        <DecisionsTable decisions={state.decisions} />
      </Tile>
    </main>
  )
}

/** `/allocation`: what was decided, came in, was given and is left, by product, unit and decision. */
export function AllocationPage() {
  return (
    <DeskShell>
      <AllocationBody />
    </DeskShell>
  )
}
