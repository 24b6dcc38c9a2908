import { PRODUCTS, type AefiState, type NationState } from '@mcc/contract'
import { useMemo } from 'react'
import './tables.css'
import { DailyBars } from './daily-bars.js'
import { dailyCases } from '../aefi/daily-cases.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { RateText } from '../figures/rate-text.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { hasNoRecords } from '../places/nation-facts.js'
import { RATE_CASES, RATE_DOSES } from '../statistics/aefi-rate.js'
import { SceneHead } from './scene-head.js'
import { SceneEmpty, SceneMessage } from './wall-message.js'

function Counts({ aefi }: { aefi: AefiState }) {
  const { m, f } = useSpeech()
  return (
    <p className="scene-answer">
      <FigureText figure={aefi.cases} format={f.count} quiet />{' '}
      <span className="scene-answer-note">
        {m.units.cases} · <FigureText figure={aefi.serious} format={f.count} className="strong" />{' '}
        {m.figures.serious} · <FigureText figure={aefi.deaths} format={f.count} className="strong" />{' '}
        {m.figures.deaths}
        <span className="spare">
          {' '}
          · {m.figures.today} <FigureText figure={aefi.today} format={f.count} className="strong" />
        </span>
      </span>
    </p>
  )
}

function ByProduct({ aefi }: { aefi: AefiState }) {
  const { m, f } = useSpeech()
  const casesOf = ({ id }: (typeof PRODUCTS)[number]) => numberOf(aefi.products[id].cases) ?? 0
  const used = PRODUCTS.filter((p) => (numberOf(aefi.products[p.id].doses) ?? 0) > 0).toSorted(
    (a, b) => casesOf(b) - casesOf(a),
  )
  return (
    <table className="wall-table">
      <thead>
        <tr>
          <th scope="col">{m.aefi.product}</th>
          <th scope="col">{m.aefi.cases}</th>
          <th scope="col">{m.aefi.serious}</th>
          <th scope="col">{m.aefi.rate}</th>
        </tr>
      </thead>
      <tbody>
        {used.map((p) => {
          const of = aefi.products[p.id]
          return (
            <tr key={p.id}>
              <th scope="row">{p.short}</th>
              <td>
                <FigureText figure={of.cases} format={f.count} />
              </td>
              <td>
                <FigureText figure={of.serious} format={f.count} />
              </td>
              <td>
                <RateText cases={of.cases} doses={of.doses} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Daily({ aefi, nation }: { aefi: AefiState; nation: NationState }) {
  const { m } = useSpeech()
  const points = useMemo(() => dailyCases(aefi.days, nation.today), [aefi.days, nation.today])
  return (
    <section className="scene-daily">
      <h2>{m.aefi.daily}</h2>
      <div className="scene-chart">
        <DailyBars points={points} label={m.aefi.daily} />
      </div>
    </section>
  )
}

/** *AEFI*: counts and rates by product, no persons. A rate is written only where the counts carry one. */
export function AefiScene() {
  const { m, f } = useSpeech()
  const aefi = useTopic('aefi')
  const nation = useTopic('nation')
  if (aefi === undefined || nation === undefined)
    return <SceneMessage question={m.scene.aefi} lines={[m.loading]} />
  if (hasNoRecords(nation)) return <SceneEmpty question={m.scene.aefi} />
  if (!numberOf(aefi.cases) && !numberOf(nation.doses))
    return <SceneEmpty question={m.scene.aefi} what="cases" />
  return (
    <>
      <SceneHead title={m.scene.aefi} />
      <Counts aefi={aefi} />
      <div className="scene-aefi">
        <div>
          <ByProduct aefi={aefi} />
          <p className="scene-why spare">
            {m.aefi.interval} {m.aefi.fewWhy(f.count(RATE_CASES), f.count(RATE_DOSES))}
          </p>
        </div>
        <Daily aefi={aefi} nation={nation} />
      </div>
      <p className="scene-foot">{m.aefi.caveat}</p>
    </>
  )
}
