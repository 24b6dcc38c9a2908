import { dayAt } from './calendar.js'

/** Where a replay stands; one line of `--progress json`. */
interface ProgressLine {
  /** Campaign day just finished. */
  day: string
  /** Events acknowledged by this run, those sent again included. */
  sent: number
  /** Lines the gateway refused. */
  rejected: number
  /** Doses counted by the replay's own ledger. */
  dosesTotal: number
  daysLeft: number
  etaSeconds: number | null
}

/** Shows progress: a JSON line per campaign day, or one line renewed in place on a terminal. */
export class Progress {
  #day: number
  readonly #began: number

  constructor(
    private readonly from: number,
    private readonly to: number,
    private readonly inPlace: boolean,
    private readonly write: (text: string) => void,
    now: number,
  ) {
    this.#day = from
    this.#began = now
  }

  /** Says that batches of `day` are being acknowledged; days before it are done. */
  at(day: number, now: number, counts: () => Pick<ProgressLine, 'sent' | 'rejected' | 'dosesTotal'>): void {
    if (day <= this.#day) return
    const last = this.#day === day - 1 ? this.#day : day - 1
    this.#day = day
    this.#say(last, now, counts())
  }

  /** Says that the last day is done. */
  end(now: number, counts: Pick<ProgressLine, 'sent' | 'rejected' | 'dosesTotal'>): void {
    this.#say(this.to, now, counts)
    if (this.inPlace) this.write('\n')
  }

  #say(day: number, now: number, counts: Pick<ProgressLine, 'sent' | 'rejected' | 'dosesTotal'>): void {
    const done = day - this.from + 1
    const daysLeft = this.to - day
    const etaSeconds = done > 0 ? Math.round((((now - this.#began) / done) * daysLeft) / 1000) : null
    const line: ProgressLine = { day: dayAt(day), ...counts, daysLeft, etaSeconds }
    this.write(this.inPlace ? `\r\u001B[K${words(line)}` : `${JSON.stringify(line)}\n`)
  }
}

const words = (l: ProgressLine): string =>
  `${l.day}  ${l.dosesTotal.toLocaleString('en')} doses, ${l.sent.toLocaleString('en')} events sent, ` +
  `${l.rejected} refused, ${l.daysLeft} days left${l.etaSeconds === null ? '' : `, about ${l.etaSeconds} s`}`
