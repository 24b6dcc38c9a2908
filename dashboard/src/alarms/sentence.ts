import { isProductId, productOf, type Alarm } from '@mcc/contract'
import { windowText } from '../design/window-text.js'
import type { Formats } from '../design/format.js'
import type { Messages } from '../i18n/vi.js'

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** A table that differed, and in how many places. */
const TABLE = /^(\w+): (\d+)$/
/** Two minutes in Viet Nam's time. */
const WINDOW = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) – (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/

const instantOf = (day: string | undefined, time: string | undefined): string =>
  new Date(`${day}T${time}:00+07:00`).toISOString()

function factText(key: string, value: string | number | undefined, m: Messages, f: Formats): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return f.count(value)
  if (isProductId(value)) return productOf(value).short
  if (DAY.test(value)) return f.day(value)
  if (key === 'type') return m.qualityPage.eventTypes[value] ?? value
  const window = WINDOW.exec(value)
  if (window) return windowText(instantOf(window[1], window[2]), instantOf(window[3], window[4]), m, f)
  const [, table = '', differing] = TABLE.exec(value) ?? []
  if (differing !== undefined)
    return `${m.qualityPage.incidents.subjects[table] ?? table}: ${f.count(Number(differing))}`
  return value
    .split(', ')
    .map((part) => m.machineParts[part] ?? part)
    .join(', ')
}

/** What an alarm says: the sentence of its rule with its facts, in the page's language. */
export const alarmSentence = (alarm: Alarm, m: Messages, f: Formats): string =>
  m.rules[alarm.rule]((key) => factText(key, alarm.facts[key], m, f)).trim()
