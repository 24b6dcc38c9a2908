/** JSON values as they travel in live states. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
/** `[path, value]` sets, `[path]` removes. Arrays are replaced whole. */
export type Change = [path: string[], value: Json] | [path: string[]]

const isObject = (v: Json | undefined): v is { [key: string]: Json } =>
  typeof v === 'object' && v !== null && !Array.isArray(v)

/** The changes that turn `before` into `after`; empty when they are equal. */
export function diff(before: Json, after: Json, path: string[] = []): Change[] {
  if (Object.is(before, after)) return []
  if (!isObject(before) || !isObject(after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [[path, after]]
  const out: Change[] = []
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) out.push([[...path, key]])
  for (const key of Object.keys(after)) {
    const value = after[key]!
    const old = Object.hasOwn(before, key) ? before[key] : undefined
    if (old === undefined) out.push([[...path, key], value])
    else out.push(...diff(old, value, [...path, key]))
  }
  return out
}

function applyOne(state: Json | undefined, path: string[], depth: number, change: Change): Json | undefined {
  if (depth === path.length) return change.length === 2 ? change[1] : undefined
  const key = path[depth]!
  const base = isObject(state) ? state : {}
  const next = applyOne(Object.hasOwn(base, key) ? base[key] : undefined, path, depth + 1, change)
  if (next === undefined) {
    const { [key]: _gone, ...rest } = base
    return rest
  }
  return { ...base, [key]: next }
}

/** `state` after `changes`; untouched branches keep their identity, so that views re-render only what changed. */
export function patch(state: Json, changes: readonly Change[]): Json {
  return changes.reduce<Json>((s, c) => applyOne(s, c[0], 0, c) ?? {}, state)
}
