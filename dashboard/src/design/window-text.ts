import { dayOf } from '@mcc/contract'
import type { Messages } from '../i18n/vi.js'
import type { Formats } from './format.js'

/** A window of time, its day said once where it begins and ends on the same. */
export function windowText(from: string, to: string, m: Messages, f: Formats): string {
  const sameDay = dayOf(from) === dayOf(Date.parse(to) - 1)
  return m.reads.window(sameDay ? f.time(from) : f.moment(from), f.moment(to))
}
