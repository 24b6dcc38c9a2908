import type { Figure } from '@mcc/contract'
import { useSpeech } from '../i18n/language.js'
import { aefiRate, RATE_CASES, RATE_DOSES } from '../statistics/aefi-rate.js'

/** A reporting rate per 100,000 with its 95 % limits; "too few" in words when the counts carry none. */
export function RateText({ cases, doses }: { cases: Figure; doses: Figure }) {
  const { m, f } = useSpeech()
  const rate = aefiRate(cases, doses)
  if (rate === undefined) return <span className="figure figure-unknown">?</span>
  if (rate === 'few')
    return (
      <span className="figure figure-unknown" title={m.aefi.fewWhy(f.count(RATE_CASES), f.count(RATE_DOSES))}>
        {m.aefi.few}
      </span>
    )
  return (
    <span className="figure">
      <b className="strong">{f.count(rate.rate)}</b>{' '}
      <span className="rate-limits">
        ({f.count(rate.low)}–{f.count(rate.high)})
      </span>
    </span>
  )
}
