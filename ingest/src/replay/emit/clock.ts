/** Seconds of the day, Vietnamese time. */
export const AT = {
  reference: 5.5 * 3600,
  receive: 5.6 * 3600,
  dispatch: 5.8 * 3600,
  arrive: 6.5 * 3600,
  sessions: 6.75 * 3600,
  open: 7.5 * 3600,
  close: 17.5 * 3600,
  evening: 18 * 3600,
  bulletin: 18.5 * 3600,
  end: 20 * 3600,
} as const

/** Doses are entered between opening and closing, fewer over noon: share of the day's entries by second. */
const KNOTS: readonly (readonly [share: number, second: number])[] = [
  [0, AT.open + 600],
  [0.56, 11.5 * 3600],
  [0.62, 13.25 * 3600],
  [1, AT.close],
]

/** Second of the day at which a share in [0, 1] of the day's entries is in. */
export function secondOf(share: number): number {
  for (let i = 1; i < KNOTS.length; i++) {
    const [s1, t1] = KNOTS[i]!
    const [s0, t0] = KNOTS[i - 1]!
    if (share <= s1) return Math.floor(t0 + ((share - s0) / (s1 - s0)) * (t1 - t0))
  }
  return AT.close
}
