/** At most `limit` tries per key within `windowMs`. Pure but for its memory; `now` is passed in. */
export class RateLimit {
  private readonly tries = new Map<string, number[]>()

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Counts a try; seconds to wait when it is one too many, else 0. */
  take(key: string, now: number): number {
    if (this.tries.size > 10_000) this.forget(now)
    const recent = (this.tries.get(key) ?? []).filter((t) => now - t < this.windowMs)
    if (recent.length >= this.limit) return Math.max(1, Math.ceil((recent[0]! + this.windowMs - now) / 1_000))
    this.tries.set(key, [...recent, now])
    return 0
  }

  private forget(now: number): void {
    for (const [key, times] of this.tries)
      if (times.every((t) => now - t >= this.windowMs)) this.tries.delete(key)
  }
}
