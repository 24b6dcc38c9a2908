import { type AnyEvent, recordKey } from '@mcc/contract'
import { type Cell, cellOf } from './cells.js'
import { RecordTable } from './record-table.js'
import { type OracleTotals, sumUp } from './totals.js'

/**
 * An independent count of what was acknowledged: the last revision of every record, each record once, whatever the
 * order, however often sent. Plain code that knows nothing of queue, writer or warehouse.
 */
export class Oracle {
  readonly #records = new RecordTable()
  /** Cells seen, by their text and by number; number 0 is "nothing". */
  readonly #numbers = new Map<string, number>()
  readonly #cells: (Cell | undefined)[] = [undefined]
  readonly #counts: number[] = [0]
  #sent = 0
  #doses = 0

  /** Doses that count now. */
  get doses(): number {
    return this.#doses
  }

  /** Takes acknowledged events; those refused by the gateway must be left out. */
  take(events: Iterable<AnyEvent>): void {
    for (const event of events) {
      this.#sent++
      const cell = this.#numberOf(cellOf(event))
      const before = this.#records.apply(recordKey(event), event.rev, cell)
      if (before === undefined) continue
      this.#counts[before]! -= 1
      this.#counts[cell]! += 1
      this.#doses += Number(this.#cells[cell]!.of === 'dose') - Number(this.#cells[before]?.of === 'dose')
    }
  }

  /** Records of every cell that still counts. */
  *counted(): Generator<readonly [cell: Cell, records: number]> {
    for (let i = 1; i < this.#cells.length; i++)
      if (this.#counts[i]! > 0) yield [this.#cells[i]!, this.#counts[i]!]
  }

  totals(): OracleTotals {
    return { acknowledged: this.#sent, records: this.#records.size, ...sumUp(this.counted()) }
  }

  #numberOf(cell: Cell): number {
    const text = Object.values(cell).join('|')
    let n = this.#numbers.get(text)
    if (n === undefined) {
      n = this.#cells.length
      this.#numbers.set(text, n)
      this.#cells.push(cell)
      this.#counts.push(0)
    }
    return n
  }
}
