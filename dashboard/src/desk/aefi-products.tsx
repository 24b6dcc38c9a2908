import { PRODUCTS, type AefiState } from '@mcc/contract'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { RateText } from '../figures/rate-text.js'
import { useSpeech } from '../i18n/language.js'
import { RATE_CASES, RATE_DOSES } from '../statistics/aefi-rate.js'

/** Counts and reporting rates by product, the nation's; a rate only where the counts carry one. */
export function AefiProducts({ aefi }: { aefi: AefiState }) {
  const { m, f } = useSpeech()
  const used = PRODUCTS.filter((p) => (numberOf(aefi.products[p.id].doses) ?? 0) > 0)
  if (used.length === 0) return null
  return (
    <>
      <table className="figures">
        <caption className="visually-hidden">{m.aefi.table}</caption>
        <thead>
          <tr>
            <th scope="col">{m.aefi.product}</th>
            <th scope="col">{m.aefi.cases}</th>
            <th scope="col">{m.aefi.serious}</th>
            <th scope="col">{m.aefi.rate}</th>
          </tr>
        </thead>
        <tbody>
          {used.map(({ id, short }) => (
            <tr key={id}>
              <th scope="row">{short}</th>
              <td>
                <FigureText figure={aefi.products[id].cases} format={f.count} />
              </td>
              <td>
                <FigureText figure={aefi.products[id].serious} format={f.count} />
              </td>
              <td>
                <RateText cases={aefi.products[id].cases} doses={aefi.products[id].doses} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="table-signs">
        {m.aefi.caveat} {m.aefi.interval} {m.aefi.fewWhy(f.count(RATE_CASES), f.count(RATE_DOSES))}
      </p>
    </>
  )
}
