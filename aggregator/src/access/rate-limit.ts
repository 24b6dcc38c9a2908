/** At most `limit` entries per key within `windowMs`. Pure but for its memory; `now` is passed in. */
export class RateLimit {
  private readonly times = new Map<string, number[]>()

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  private recent(key: string, now: number): number[] {
    return (this.times.get(key) ?? []).filter((t) => now - t < this.windowMs)
  }

  /** Seconds to wait before another entry is allowed; 0 when it is now. */
  wait(key: string, now: number): number {
    const recent = this.recent(key, now)
    if (recent.length < this.limit) return 0
    return Math.max(1, Math.ceil((recent[0]! + this.windowMs - now) / 1_000))
  }

  count(key: string, now: number): void {
    if (this.times.size > 10_000) this.forget(now)
    this.times.set(key, [...this.recent(key, now), now])
  }

  /** Counts an entry if it is allowed; seconds to wait otherwise. */
  take(key: string, now: number): number {
    const wait = this.wait(key, now)
    if (wait === 0) this.count(key, now)
    return wait
  }

  /** Takes back an entry that was counted at `at`. */
  uncount(key: string, at: number): void {
    const times = this.times.get(key) ?? []
    const i = times.lastIndexOf(at)
    if (i !== -1) this.times.set(key, times.toSpliced(i, 1))
  }

  private forget(now: number): void {
    for (const key of this.times.keys()) if (this.recent(key, now).length === 0) this.times.delete(key)
  }
}
