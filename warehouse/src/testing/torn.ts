import type { Warehouse } from '../connect.js'
import type { Incoming, SignedRow } from '../ledger/apply.js'
import { decide } from '../ledger/count.js'
import { insertSigned } from '../ledger/insert.js'
import { applyAgain, readNet } from '../ledger/redeliver.js'
import { readStates } from '../ledger/state.js'

/** How much of an insert is left by the crash: every second row, or all; one roll-up gets nothing of it. */
export interface Tear {
  rows: 'half' | 'all'
  withoutView: string
}

async function insertTorn(w: Warehouse, rows: readonly SignedRow[], tear: Tear): Promise<void> {
  const left = tear.rows === 'all' ? rows : rows.filter((_, i) => i % 2 === 0)
  await w.ch.command({ query: `DETACH TABLE ${tear.withoutView}_mv` })
  await insertSigned(w, left)
  await w.ch.command({ query: `ATTACH TABLE ${tear.withoutView}_mv` })
}

/** Leaves what a kill in the middle of a first count leaves: rows without their states, a roll-up without the rows. */
export async function tornCount(w: Warehouse, group: readonly Incoming[], tear: Tear): Promise<void> {
  await insertTorn(w, (await decide(w, group)).rows, tear)
}

/** The same in the middle of a repetition. */
export async function tornAgain(w: Warehouse, group: readonly Incoming[], tear: Tear): Promise<void> {
  const held = await readStates(w, [...new Set(group.map((r) => r.entry.key))])
  const { rows } = applyAgain(group, held, await readNet(w, group))
  await insertTorn(w, rows, tear)
}
