import type { NationState, ProvinceCode } from '@mcc/contract'
import { useSpeech } from '../i18n/language.js'
import { useProvince } from '../live/use-live.js'
import { restated } from './changes.js'
import { useKnownAt } from './use-known-at.js'

function Restated({ days, doses }: { days: number; doses: number }) {
  const { m, f } = useSpeech()
  return (
    <span data-testid="morning-restated" data-value={days}>
      {days === 0 ? m.morning.noneRestated : m.morning.restatedDays(f.count(days), f.signed(doses))}
    </span>
  )
}

interface NationProps {
  /** Doses by day as they were known. */
  before: NationState['days']
  now: NationState['days']
  day: string
}

/** Days before `day` that were restated, of the nation. */
export function NationRestated({ before, now, day }: NationProps) {
  return <Restated {...restated(before, now, day)} />
}

/** The same of one province, against what was known of it `at` the moment. */
export function ProvinceRestated({ code, at, day }: { code: ProvinceCode; at: string; day: string }) {
  const { m } = useSpeech()
  const then = useKnownAt(`province:${code}`, at)
  const now = useProvince(code)
  if (then === undefined || now === undefined) return <span>{m.loading}</span>
  return then === 'refused' || then === 'away' ? (
    <span>?</span>
  ) : (
    <Restated {...restated(then.days, now.days, day)} />
  )
}
