/**
 * Splits `total` whole doses by `shares` (sum about 1) with caps, carrying what was owed from day to day in `owed`, so
 * that cumulative parts follow cumulative shares. Adds to `owed` what was due and takes what was given.
 * Returns the parts and what the caps left over.
 */
export function apportion(
  total: number,
  shares: ArrayLike<number>,
  owed: Float64Array,
  caps?: ArrayLike<number>,
): { parts: Int32Array; left: number } {
  const n = shares.length
  const parts = new Int32Array(n)
  for (let i = 0; i < n; i++) owed[i]! += total * shares[i]!
  let left = total - giveWhole(parts, owed, caps, total)
  while (left > 0) {
    const best = mostOwed(parts, owed, caps)
    if (best < 0) break
    const step = Math.min(left, stepOf(best, parts, owed, caps))
    parts[best]! += step
    owed[best]! -= step
    left -= step
  }
  return { parts, left }
}

function giveWhole(
  parts: Int32Array,
  owed: Float64Array,
  caps: ArrayLike<number> | undefined,
  total: number,
): number {
  let given = 0
  for (let i = 0; i < parts.length && given < total; i++) {
    const room = caps ? Math.max(caps[i]!, 0) : Infinity
    const part = Math.min(Math.max(Math.floor(owed[i]!), 0), room, total - given)
    parts[i] = part
    owed[i]! -= part
    given += part
  }
  return given
}

function mostOwed(parts: Int32Array, owed: Float64Array, caps: ArrayLike<number> | undefined): number {
  let best = -1
  for (let i = 0; i < parts.length; i++) {
    if (caps && parts[i]! >= caps[i]!) continue
    if (best < 0 || owed[i]! > owed[best]!) best = i
  }
  return best
}

/** One dose while somebody is owed; larger steps when caps elsewhere force a lot on few. */
function stepOf(
  i: number,
  parts: Int32Array,
  owed: Float64Array,
  caps: ArrayLike<number> | undefined,
): number {
  const room = caps ? caps[i]! - parts[i]! : Infinity
  return Math.min(room, Math.max(1, Math.floor(owed[i]!), caps ? Math.ceil(room / 20) : 1))
}

/** Splits `total` by weights with caps equal to the weights where `total` does not exceed their sum; largest remainders. */
export function split(total: number, weights: ArrayLike<number>): Int32Array {
  const parts = new Int32Array(weights.length)
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i]!
  if (sum <= 0 || total <= 0) return parts
  const rest: { i: number; r: number }[] = []
  let given = 0
  for (let i = 0; i < weights.length; i++) {
    const exact = (total * weights[i]!) / sum
    parts[i] = Math.floor(exact)
    given += parts[i]!
    if (exact > parts[i]!) rest.push({ i, r: exact - parts[i]! })
  }
  rest.sort((a, b) => b.r - a.r || a.i - b.i)
  for (let k = 0; given < total; k++, given++) parts[rest[k % rest.length]!.i]! += 1
  return parts
}
