import { PRODUCTS, type NationState } from '@mcc/contract'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { totalOfProducts } from '../places/nation-facts.js'
import { inkOn } from '../design/colour.js'

function ProductBar({ nation }: { nation: NationState }) {
  const given = PRODUCTS.map((p) => ({ ...p, doses: numberOf(nation.products[p.id].given) ?? 0 }))
  const total = given.reduce((sum, p) => sum + Math.max(0, p.doses), 0)
  if (total === 0) return null
  return (
    <div className="product-bar" aria-hidden="true">
      {given
        .filter((p) => p.doses > 0)
        .toSorted((a, b) => b.doses - a.doses)
        .map((p) => (
          <span
            key={p.id}
            style={{ flexGrow: p.doses / total, background: p.colour, color: inkOn(p.colour) }}
          >
            <b>{p.short}</b>
          </span>
        ))}
    </div>
  )
}

/** Doses given by product on one bar; vaccine left. */
export function NationSupply({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  return (
    <section>
      <p className="row">
        <span>
          {m.walls.given}
          <span className="spare">{m.walls.byProduct}</span>
        </span>
        <span>
          {m.figures.leftWord}{' '}
          <FigureText figure={totalOfProducts(nation, 'left')} format={f.short} className="strong" />{' '}
          <span className="spare">{m.units.vials}</span>
        </span>
      </p>
      <ProductBar nation={nation} />
    </section>
  )
}

/** AEFI counts, small: no persons on a wall. */
export function NationAefi({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  const { cases, serious, deaths } = nation.aefi
  return (
    <section className="nation-aefi">
      <p>
        {m.figures.aefi}{' '}
        <FigureText figure={cases} format={f.count} className="strong" quiet testId="aefi-cases" />{' '}
        {m.units.cases}
      </p>
      <p className="quiet">
        <FigureText figure={serious} format={f.count} testId="aefi-serious" /> {m.figures.serious} ·{' '}
        <FigureText figure={deaths} format={f.count} testId="aefi-deaths" /> {m.figures.deaths}
      </p>
    </section>
  )
}
