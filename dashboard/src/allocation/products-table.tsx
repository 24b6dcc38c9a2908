import { percent, PRODUCTS, type AllocationState, type ProductId } from '@mcc/contract'
import { useWide } from '../design/use-wide.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { PARTS } from './totals.js'

function Utilisation({ of }: { of: AllocationState['products'][ProductId] }) {
  const { f } = useSpeech()
  return <FigureText figure={percent(of.given, of.received)} format={f.percent} compact />
}

/** Allocated, received, given and left of each product; on a narrow screen the use stands below what was given. */
export function ProductsTable({ state }: { state: AllocationState }) {
  const { m, f } = useSpeech()
  const words = m.desks.allocated
  const wide = useWide()
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={words.byProduct}>
      <table className="figures products">
        <thead>
          <tr>
            <th scope="col">{m.allocation.product}</th>
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {m.allocation[part]}
                {!wide && part === 'given' && (
                  <>
                    ,<br />
                    {words.utilisation.toLocaleLowerCase(m.locale)}
                  </>
                )}
              </th>
            ))}
            {wide && <th scope="col">{words.utilisation}</th>}
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
                  {!wide && part === 'given' && (
                    <>
                      <br />
                      <Utilisation of={state.products[id]} />
                    </>
                  )}
                </td>
              ))}
              {wide && (
                <td>
                  <Utilisation of={state.products[id]} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
