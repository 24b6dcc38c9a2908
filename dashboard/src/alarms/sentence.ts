import { isProductId, productOf, type Alarm } from '@mcc/contract'
import type { Formats } from '../design/format.js'
import type { Messages } from '../i18n/vi.js'

const DAY = /^\d{4}-\d{2}-\d{2}$/

function factText(value: string | number | undefined, m: Messages, f: Formats): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return f.count(value)
  if (isProductId(value)) return productOf(value).short
  if (DAY.test(value)) return f.day(value)
  return value
    .split(', ')
    .map((part) => m.machineParts[part] ?? part)
    .join(', ')
}

/** What an alarm says: the sentence of its rule with its facts, in the page's language. */
export const alarmSentence = (alarm: Alarm, m: Messages, f: Formats): string =>
  m.rules[alarm.rule]((key) => factText(alarm.facts[key], m, f)).trim()
