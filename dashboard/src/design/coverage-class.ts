/** Index of the class that `value` falls in; `limits` are the upper bounds (exclusive) of all but the last class. */
export function classOf(value: number, limits: readonly number[]): number {
  const i = limits.findIndex((limit) => value < limit)
  return i === -1 ? limits.length : i
}
