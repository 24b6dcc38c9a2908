import { ZONE } from '@mcc/contract'

/** Numbers and times as the language of the page writes them; all times are Asia/Ho_Chi_Minh. */
export interface Formats {
  count: (n: number) => string
  /** With its sign; 0 has none. */
  signed: (n: number) => string
  /** One decimal and `%`; not clipped. */
  percent: (n: number) => string
  /** A rate with one decimal. */
  rate: (n: number) => string
  /** Three digits and a word: `1,30 triệu`, `12,4 nghìn`; a trailing zero stays, or a live figure would change its width. */
  short: (n: number) => string
  /** The same for what stands still, targets and ends of scales, without trailing zeros: `1,5 triệu`. */
  round: (n: number) => string
  /** For a column whose largest value is `most`: in full below a million, else in millions; so all rows compare. */
  column: (most: number) => (n: number) => string
  /** `24/11/2021` from `YYYY-MM-DD`. */
  day: (day: string) => string
  /** `24/11`. */
  dayShort: (day: string) => string
  /** `16:00` from an instant. */
  time: (instant: string | number) => string
  /** `16:00 24/11/2021`. */
  moment: (instant: string | number) => string
}

const MILLION = 1e6
const MINUS = '\u2212'
const minusSign = (s: string): string => s.replace('-', MINUS)

function shortOf(locale: string, steady: boolean): (n: number) => string {
  const words: [number, string][] = locale.startsWith('vi')
    ? [
        [1e6, 'triệu'],
        [1e3, 'nghìn'],
      ]
    : [
        [1e6, 'million'],
        [1e3, 'thousand'],
      ]
  return (n) => {
    const word = words.find(([size]) => Math.abs(n) >= size)
    const value = word ? n / word[0] : n
    const most = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0
    const digits = new Intl.NumberFormat(locale, {
      maximumFractionDigits: most,
      ...(word && steady && { minimumFractionDigits: most }),
    })
    return minusSign(digits.format(value)) + (word ? `\u00a0${word[1]}` : '')
  }
}

/** All formats of one locale; the formatters are made once. */
export function formatsFor(locale: string): Formats {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })
  const date = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })
  const at = (instant: string | number) => new Date(instant)
  const count = (n: number) => minusSign(whole.format(n))
  return {
    count,
    signed: (n) => (Math.round(n) > 0 ? `+${count(n)}` : count(n)),
    percent: (n) => `${minusSign(one.format(n))}${locale.startsWith('vi') ? '\u00a0' : ''}%`,
    rate: (n) => minusSign(one.format(n)),
    short: shortOf(locale, true),
    round: shortOf(locale, false),
    column: (most) => (most < MILLION ? count : (n) => minusSign(two.format(n / MILLION))),
    day: (day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
    dayShort: (day) => `${day.slice(8)}/${day.slice(5, 7)}`,
    time: (instant) => time.format(at(instant)),
    moment: (instant) => `${time.format(at(instant))} ${date.format(at(instant))}`,
  }
}
