import type { Warehouse } from '@mcc/warehouse'

/** What the writer waits for the engine for. */
export type Phase = 'lookup' | 'insert' | 'state' | 'accounting' | 'other'

/** The phase that a statement or table belongs to. */
function phaseOf(text: string): Phase {
  // a statement may carry megabytes of rows
  const start = text.slice(0, 200).trimStart()
  if (/^INSERT INTO \w+_ledger/.test(start)) return 'insert'
  if (/^(INSERT INTO )?record_state/.test(start)) return 'state'
  if (start.startsWith('SELECT key, rev, hash, live')) return 'lookup'
  return /^(INSERT INTO )?(accounting|quarantine)/.test(start) ? 'accounting' : 'other'
}

/**
 * The same connection, telling `busy` for how long at least one statement of a phase was under way; statements of
 * different phases may overlap.
 */
export function measured(w: Warehouse, busy: (phase: Phase, ms: number) => void): Warehouse {
  const running = new Map<Phase, { n: number; since: number }>()
  function timed<T>(text: string, work: () => Promise<T>): Promise<T> {
    const phase = phaseOf(text)
    const entry = running.get(phase) ?? { n: 0, since: 0 }
    running.set(phase, entry)
    if (entry.n++ === 0) entry.since = performance.now()
    return work().finally(() => {
      if (--entry.n === 0) busy(phase, performance.now() - entry.since)
    })
  }
  const ch = new Proxy(w.ch, {
    get(target, name) {
      if (name === 'query')
        return (p: Parameters<typeof target.query>[0]) => timed(p.query, () => target.query(p))
      if (name === 'command')
        return (p: Parameters<typeof target.command>[0]) => timed(p.query, () => target.command(p))
      if (name === 'insert')
        return (p: Parameters<typeof target.insert>[0]) => timed(p.table, () => target.insert(p))
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return { ...w, ch }
}
