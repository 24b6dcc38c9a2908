import './months.css'
import { useSpeech } from '../i18n/language.js'

interface Props {
  /** The days of the drawing above, each as wide as the others. */
  of: readonly { day: string }[]
  /** Which of them are named. */
  at: readonly number[]
}

/** Names of months under a drawing of days; each leans inwards towards the edges, which it must not cross. */
export function Months({ of, at }: Props) {
  const { f } = useSpeech()
  return (
    <div className="months">
      {at.map((i) => {
        const share = (i / of.length) * 100
        return (
          <span key={i} style={{ left: `${share}%`, transform: `translateX(-${share}%)` }}>
            {f.day(of[i]!.day).slice(3)}
          </span>
        )
      })}
    </div>
  )
}
