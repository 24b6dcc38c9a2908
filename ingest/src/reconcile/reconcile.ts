import {
  type Finding,
  healRollup,
  healStates,
  insertsEnded,
  readRollups,
  type Warehouse,
  writeIncident,
} from '@mcc/warehouse'
import type { Gate } from '../writer/gate.js'

/** Days that were touched, by ledger; `everything` also compares the present states. */
export type Scope = 'everything' | ReadonlyMap<string, ReadonlySet<string>>

export interface ReconcileParts {
  warehouse: Warehouse
  gate: Gate
  /** A known time for rows that have to be added; nothing is counted when it is asked. */
  knownAt: () => number
  /** Real time, epoch ms. */
  now: () => number
}

/**
 * Holds roll-ups against a recount of their ledgers, and ledgers against the present states; heals what differs and keeps
 * an incident of it. One roll-up at a time, so that counting never waits for more than one of them.
 */
export async function reconcile(parts: ReconcileParts, scope: Scope): Promise<Finding[]> {
  const { warehouse: w, gate, now } = parts
  const findings: Finding[] = []
  const step = async (heal: () => Promise<Finding | undefined>): Promise<void> => {
    const finding = await gate.quietly(async () => {
      await insertsEnded(w)
      return heal()
    })
    if (!finding) return
    await writeIncident(w, finding, now())
    findings.push(finding)
  }
  // states first: what the ledger lacks comes into the roll-ups by their views
  if (scope === 'everything') await step(() => healStates(w, parts.knownAt))
  for (const rollup of await readRollups(w)) {
    const days = scope === 'everything' ? undefined : [...(scope.get(rollup.ledger) ?? [])]
    if (days?.length !== 0) await step(() => healRollup(w, rollup, days))
  }
  return findings
}
