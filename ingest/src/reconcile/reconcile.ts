import {
  daySlices,
  differingStates,
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
  /** The same store by a connection that waits as long as reading all states takes. */
  patient: Warehouse
  gate: Gate
  /** Everything known up to this instant is in the store; nothing is counted when it is asked. */
  settled: () => number
  /** A known time for rows that have to be added; nothing is counted when it is asked. */
  knownAt: () => number
  /** Real time, epoch ms. */
  now: () => number
}

/**
 * Holds roll-ups against a recount of their ledgers, and ledgers against the present states; heals what differs and keeps
 * an incident of each. One slice of days of one roll-up at a time, so that counting never waits for more than that, however
 * large the store is; states, which cannot be read in slices, are compared as of a moment while counting goes on.
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
  if (scope === 'everything') {
    const at = await gate.quietly(async () => {
      await insertsEnded(w)
      return parts.settled()
    })
    const differing = await differingStates(parts.patient, at)
    // asked only now: on an empty exercise store any time that was given out would be one of 1970
    if (differing.size > 0) await step(() => healStates(w, differing, parts.knownAt()))
  }
  for (const rollup of await readRollups(w)) {
    const touched = scope === 'everything' ? undefined : [...(scope.get(rollup.ledger) ?? [])]
    if (touched?.length === 0) continue
    for (const days of await daySlices(w, rollup, touched)) await step(() => healRollup(w, rollup, days))
  }
  return findings
}
