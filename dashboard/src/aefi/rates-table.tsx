import { PRODUCTS, type AefiState, type Figure } from '@mcc/contract'
import { useWide } from '../design/use-wide.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { RateText } from '../figures/rate-text.js'
import { useSpeech } from '../i18n/language.js'
import { RATE_CASES, RATE_DOSES } from '../statistics/aefi-rate.js'

/** A count and its rate: two columns where there is room, one under the other where there is not. */
function CountAndRate({ wide, cases, doses }: { wide: boolean; cases: Figure; doses: Figure }) {
  const { f } = useSpeech()
  const count = <FigureText figure={cases} format={f.count} compact />
  const rate = <RateText cases={cases} doses={doses} />
  if (wide)
    return (
      <>
        <td>{count}</td>
        <td>{rate}</td>
      </>
    )
  return (
    <td>
      {count}
      <br />
      {rate}
    </td>
  )
}

/** Cases and serious cases beside the doses they are of, with rates and their 95 % limits. */
export function RatesTable({ aefi }: { aefi: AefiState }) {
  const { m, f } = useSpeech()
  const wide = useWide()
  const used = PRODUCTS.filter((p) => (numberOf(aefi.products[p.id].doses) ?? 0) > 0)
  if (used.length === 0) return <p className="quiet-state">{m.empty.title}</p>
  const heads = wide
    ? [m.aefi.product, m.cases.doses, m.aefi.cases, m.aefi.rate, m.aefi.serious, m.cases.seriousRate]
    : [
        m.aefi.product,
        m.cases.doses,
        `${m.aefi.cases}, ${m.aefi.rate.toLocaleLowerCase(m.locale)}`,
        m.cases.seriousRate,
      ]
  return (
    <>
      <div className="scroll-x aefi-rates" tabIndex={0} role="group" aria-label={m.cases.rates}>
        <table className="figures">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {used.map(({ id, short }) => {
              const { doses, cases, serious } = aefi.products[id]
              return (
                <tr key={id}>
                  <th scope="row">{short}</th>
                  <td>
                    <FigureText figure={doses} format={f.count} compact />
                  </td>
                  <CountAndRate wide={wide} cases={cases} doses={doses} />
                  <CountAndRate wide={wide} cases={serious} doses={doses} />
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="table-signs">
        {m.aefi.caveat} {m.aefi.interval} {m.aefi.fewWhy(f.count(RATE_CASES), f.count(RATE_DOSES))}
      </p>
    </>
  )
}
