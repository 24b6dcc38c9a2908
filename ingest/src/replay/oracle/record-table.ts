/**
 * Newest revision per record and what it counts as, for millions of records: 16 bytes a slot. Keys are 64-bit hashes of
 * the record key; two of 2 million keys collide with a chance of 1e-7.
 */
export class RecordTable {
  #size = 0
  #high: Uint32Array
  #low: Uint32Array
  #revs: Uint32Array
  #cells: Uint32Array

  constructor(capacity = 1 << 12) {
    this.#high = new Uint32Array(capacity)
    this.#low = new Uint32Array(capacity)
    this.#revs = new Uint32Array(capacity)
    this.#cells = new Uint32Array(capacity)
  }

  /** Records known. */
  get size(): number {
    return this.#size
  }

  /**
   * Takes a revision of a record that counts in `cell`. Returns the cell it counted in before (0 = new record), or
   * undefined when the revision is not newer and changes nothing.
   */
  apply(key: string, rev: number, cell: number): number | undefined {
    if (this.#size * 4 > this.#revs.length * 3) this.#grow()
    const at = this.#find(...hash64(key))
    const known = this.#revs[at]!
    if (known >= rev) return undefined
    if (known === 0) this.#size++
    const before = this.#cells[at]!
    this.#revs[at] = rev
    this.#cells[at] = cell
    return before
  }

  /** Slot of a key; a free one gets the key. */
  #find(high: number, low: number): number {
    const mask = this.#revs.length - 1
    let at = low & mask
    while (this.#revs[at] !== 0 && (this.#high[at] !== high || this.#low[at] !== low)) at = (at + 1) & mask
    this.#high[at] = high
    this.#low[at] = low
    return at
  }

  #grow(): void {
    const old = { high: this.#high, low: this.#low, revs: this.#revs, cells: this.#cells }
    const capacity = old.revs.length * 2
    this.#high = new Uint32Array(capacity)
    this.#low = new Uint32Array(capacity)
    this.#revs = new Uint32Array(capacity)
    this.#cells = new Uint32Array(capacity)
    for (let i = 0; i < old.revs.length; i++) {
      if (old.revs[i] === 0) continue
      const at = this.#find(old.high[i]!, old.low[i]!)
      this.#revs[at] = old.revs[i]!
      this.#cells[at] = old.cells[i]!
    }
  }
}

/**
 * Two 32-bit hashes of a text with different multipliers, mixed across at the end: with one multiplier and two starts
 * they would collide together.
 */
function hash64(text: string): readonly [high: number, low: number] {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x9e3779b1)
    b = Math.imul(b ^ unit, 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return [b >>> 0, a >>> 0]
}
