import { PRODUCTS, type AllocationState } from '@mcc/contract'
import './tables.css'
import { PARTS, totalOf } from '../allocation/totals.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { rowsOf } from './rows-of.js'
import { SceneHead } from './scene-head.js'
import { SceneEmpty, SceneMessage } from './wall-message.js'

const DECISIONS = 2

/** Products that were allocated, received or given; the most received first. */
const inUse = ({ products }: AllocationState) =>
  PRODUCTS.filter((p) => PARTS.some((part) => (numberOf(products[p.id][part]) ?? 0) !== 0)).toSorted(
    (a, b) => (numberOf(products[b.id].received) ?? 0) - (numberOf(products[a.id].received) ?? 0),
  )
type Used = ReturnType<typeof inUse>

function ProductsTable({ state, used }: { state: AllocationState; used: Used }) {
  const { m, f } = useSpeech()
  const most = Math.max(
    ...used.flatMap((p) => PARTS.map((part) => numberOf(state.products[p.id][part]) ?? 0)),
  )
  const unit = most < 1e6 ? m.units.vials : `${m.units.million} ${m.units.vials}`
  return (
    <table className="wall-table wall-table-tall" style={rowsOf(used.length + 1)}>
      <thead>
        <tr>
          <th scope="col">
            {m.allocation.product}, {unit}
          </th>
          {PARTS.map((part) => (
            <th key={part} scope="col">
              {m.allocation[part]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {used.map((p) => (
          <tr key={p.id}>
            <th scope="row">
              <span className="wall-swatch" style={{ background: p.colour }} aria-hidden="true" />
              {p.short}
            </th>
            {PARTS.map((part) => (
              <td key={part} className={part === 'left' ? 'strong' : ''}>
                <FigureText figure={state.products[p.id][part]} format={f.column(most)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Decisions({ state }: { state: AllocationState }) {
  const { m, f } = useSpeech()
  return (
    <section className="wall-list">
      <h2>{m.allocation.latest}</h2>
      {state.decisions.length === 0 && <p>{m.allocation.none}</p>}
      <ul>
        {state.decisions.slice(0, DECISIONS).map((d) => (
          <li key={`${d.number} ${d.day}`}>
            {m.allocation.decision(d.number, f.count(d.round), f.day(d.day), f.count(d.doses))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is left of all products, and of what. */
function Left({ state, used }: { state: AllocationState; used: Used }) {
  const { m, f } = useSpeech()
  const total = (part: (typeof PARTS)[number]) => totalOf(used.map((p) => state.products[p.id][part]))
  return (
    <p className="scene-answer">
      <FigureText figure={total('left')} format={f.count} quiet />{' '}
      <span className="scene-answer-note">
        {m.walls.vialsLeft} · {m.figures.receivedWord}{' '}
        <FigureText figure={total('received')} format={f.short} className="strong" />
        <span className="spare">
          {' '}
          · {m.figures.given} <FigureText figure={total('given')} format={f.short} className="strong" />
        </span>
      </span>
    </p>
  )
}

/** *Allocation*: what was decided, came in, was used and is left of each product. */
export function AllocationScene() {
  const { m } = useSpeech()
  const state = useTopic('allocation')
  if (state === undefined) return <SceneMessage question={m.scene.allocation} lines={[m.loading]} />
  const used = inUse(state)
  if (used.length === 0 && state.decisions.length === 0)
    return <SceneEmpty question={m.scene.allocation} what="vaccine" />
  const idle = PRODUCTS.filter((p) => !used.includes(p)).map((p) => p.short)
  return (
    <>
      <SceneHead title={m.scene.allocation}>
        {idle.length > 0 && m.allocation.notYet(idle.join(', '))}
      </SceneHead>
      <Left state={state} used={used} />
      <div className="scene-stack">
        <ProductsTable state={state} used={used} />
        <Decisions state={state} />
      </div>
    </>
  )
}
