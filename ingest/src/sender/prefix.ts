/** Follows acknowledgements that come in any order: the position up to which everything is acknowledged. */
export class Prefix<P> {
  readonly #waiting = new Map<number, P>()
  #next = 0

  /** Acknowledges number `seq` (from 0, without gaps). Returns the new end of the prefix when it moved. */
  acknowledge(seq: number, position: P): P | undefined {
    this.#waiting.set(seq, position)
    let end: P | undefined
    while (this.#waiting.has(this.#next)) {
      end = this.#waiting.get(this.#next)
      this.#waiting.delete(this.#next++)
    }
    return end
  }
}
