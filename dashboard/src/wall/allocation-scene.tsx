import { PRODUCTS, type AllocationState } from '@mcc/contract'
import './tables.css'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { SceneHead } from './scene-head.js'
import { WallMessage } from './wall-message.js'

const DECISIONS = 3
const PARTS = ['allocated', 'received', 'given', 'left'] as const

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
    <table className="wall-table">
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

/** *Allocation*: what was decided, came in, was used and is left of each product. */
export function AllocationScene() {
  const { m } = useSpeech()
  const state = useTopic('allocation')
  if (state === undefined) return <WallMessage lines={[m.loading]} />
  const used = inUse(state)
  if (used.length === 0 && state.decisions.length === 0)
    return <WallMessage lines={[m.empty.title, m.allocation.none]} />
  const idle = PRODUCTS.filter((p) => !used.includes(p)).map((p) => p.short)
  return (
    <>
      <SceneHead title={m.scene.allocation}>
        {idle.length > 0 && m.allocation.notYet(idle.join(', '))}
      </SceneHead>
      <div className="scene-stack">
        <ProductsTable state={state} used={used} />
        <Decisions state={state} />
      </div>
    </>
  )
}
