import { DAY_MS } from '@mcc/contract'
import { useSpeech } from '../../i18n/language.js'
import { useServerClock } from '../../live/use-live.js'
import type { Display } from '../../rest/displays.js'

const SHAPE = { good: '', 'ends-soon': '◆ ', ended: '▲ ' }
const LOOK = { good: '', 'ends-soon': 'admin-soon', ended: 'admin-ended' }

/** When a display's link ends, and how long that is from the server's now. */
export function DisplayStand({ of: { expiresAt, stand } }: { of: Display }) {
  const { m, f } = useSpeech()
  const words = m.administration
  const now = useServerClock()
  const days = now === undefined ? undefined : Math.floor((Date.parse(expiresAt) - now) / DAY_MS)
  const left = days === undefined ? '' : days < 1 ? words.lessThanADay : words.daysLeft(f.count(days))
  return (
    <>
      {f.moment(expiresAt)}
      <br />
      <span className={LOOK[stand]}>
        <span aria-hidden="true">{SHAPE[stand]}</span>
        {stand === 'ended' ? words.ended : left}
      </span>
    </>
  )
}
