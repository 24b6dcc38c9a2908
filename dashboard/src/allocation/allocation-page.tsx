import './allocation.css'
import { DeskShell } from '../desk/desk-shell.js'
import { NoRecords } from '../desk/no-records.js'
import { ExportMenu } from '../exports/export-menu.js'
import { Tile } from '../design/tile.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { allocatedProducts } from './allocation-export.js'
import { Contradictions } from './contradictions.js'
import { DecisionsTable } from './decisions-table.js'
import { ProductsTable } from './products-table.js'
import { totalOf } from './totals.js'
import { UnitsTable } from './units-table.js'

function AllocationBody() {
  const speech = useSpeech()
  const { m, f } = speech
  const state = useTopic('allocation')
  if (state === undefined) return <p className="desk-state">{m.loading}</p>
  const words = m.desks.allocated
  const [allocated, received, given] = (['allocated', 'received', 'given'] as const).map((part) =>
    totalOf(Object.values(state.products).map((p) => p[part])),
  )
  if (
    [allocated, received, given].every((total) => (numberOf(total) ?? 0) === 0) &&
    state.decisions.length === 0
  )
    return <NoRecords what="vaccine" />
  return (
    <main className="desk-page allocation">
      <div className="desk-whole">
        <h1 className="answer">
          <span>{words.question}</span>{' '}
          <span className="answer-whole">
            <FigureText figure={allocated} format={f.count} quiet className="answer-figure" /> {m.units.vials}
          </span>
        </h1>
        <p className="quiet-state">
          {m.allocation.received} <FigureText figure={received} format={f.count} /> · {m.allocation.given}{' '}
          <FigureText figure={given} format={f.count} />
        </p>
      </div>
      <Tile title={words.byProduct} aside={<ExportMenu table={() => allocatedProducts(state, speech)} />}>
        <ProductsTable state={state} />
      </Tile>
      <Tile title={words.warnings}>
        <Contradictions state={state} />
      </Tile>
      <Tile title={words.byUnit} className="desk-whole">
        <UnitsTable state={state} />
      </Tile>
      <Tile title={words.decisions} className="desk-whole">
        <DecisionsTable decisions={state.decisions} />
      </Tile>
    </main>
  )
}

/** `/allocation`: what was decided, came in, was given and is left, by product, unit and decision. */
export function AllocationPage() {
  const { m } = useSpeech()
  return (
    <DeskShell title={m.desks.allocation}>
      <AllocationBody />
    </DeskShell>
  )
}
