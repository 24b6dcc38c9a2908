const ROW_MS = 60_000
const STEADY_MS = 30_000
const FIRST_MS = 200
const CAP_MS = 10_000

/** How many of the deaths (epoch ms) lie within the last minute before `now`. */
export const deathsInARow = (deaths: readonly number[], now: number): number =>
  deaths.filter((at) => now - at < ROW_MS).length

/** Milliseconds to wait before the next start: short after a steady life of `livedMs`, doubling to ten seconds in a death loop. */
export const restartDelay = (deathsInARow: number, livedMs: number): number =>
  livedMs >= STEADY_MS ? FIRST_MS : Math.min(CAP_MS, FIRST_MS * 2 ** Math.max(0, deathsInARow - 1))
