import { isNumber, PRODUCTS, type AllocationState, type Figure } from '@mcc/contract'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'

const PARTS = ['allocated', 'received', 'given', 'left'] as const

/** Given of received in per cent; without a number, or nothing received, the reason stands for it. */
function utilisation(given: Figure, received: Figure): Figure {
  if (!isNumber(received)) return received
  if (!isNumber(given)) return given
  return received === 0 ? { no: 'unknown', why: 'no-denominator' } : (given / received) * 100
}

/** Allocated, received, given and left of each product. */
export function ProductsTable({ state }: { state: AllocationState }) {
  const { m, f } = useSpeech()
  return (
    <div className="allocation-scroll" tabIndex={0} role="group" aria-label={m.desks.allocated.byProduct}>
      <table className="figures products">
        <thead>
          <tr>
            <th scope="col">{m.allocation.product}</th>
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {m.allocation[part]}
              </th>
            ))}
            <th scope="col">{m.desks.allocated.utilisation}</th>
          </tr>
        </thead>
        <tbody>
          {PRODUCTS.map(({ id, short, colour }) => (
            <tr key={id}>
              <th scope="row">
                <span className="swatch" style={{ background: colour }} aria-hidden="true" />
                {short}
              </th>
              {PARTS.map((part) => (
                <td key={part}>
                  <FigureText figure={state.products[id][part]} format={f.count} compact />
                </td>
              ))}
              <td>
                <FigureText
                  figure={utilisation(state.products[id].given, state.products[id].received)}
                  format={f.percent}
                  compact
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
