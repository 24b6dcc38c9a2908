import {
  type AefiEvent,
  type AnyEvent,
  completesPrimary,
  dayOf,
  type DoseEvent,
  recordKey,
  type UpsertEvent,
} from '@mcc/contract'

/** The records that stand: the last revision by key, voids taken away. `standsOver` settles equal revisions. */
export function standing(
  events: readonly AnyEvent[],
  standsOver: (a: AnyEvent, b: AnyEvent) => boolean,
): UpsertEvent[] {
  const last = new Map<string, AnyEvent>()
  for (const e of events) {
    const held = last.get(recordKey(e))
    if (!held || standsOver(e, held)) last.set(recordKey(e), e)
  }
  return [...last.values()].filter((e) => e.op === 'upsert')
}

const bump = (at: Record<string, number>, key: string, n = 1): void => {
  at[key] = (at[key] ?? 0) + n
}

function countDose(total: Record<string, number>, e: DoseEvent): void {
  for (const unit of ['nation', e.province]) {
    bump(total, `${unit} doses`)
    bump(total, `${unit} day ${dayOf(e.occurredAt)}`)
    bump(total, `${unit} given ${e.product}`)
    if (e.series === 'primary' && e.doseNo === 1) bump(total, `${unit} atLeastOne`)
    if (e.series === 'primary' && completesPrimary(e.product, e.doseNo)) bump(total, `${unit} completed`)
    if (e.series !== 'primary') bump(total, `${unit} ${e.series}`)
  }
}

function countCase(total: Record<string, number>, e: AefiEvent): void {
  if (e.stage === 'duplicate' || e.stage === 'invalid') return
  for (const unit of ['nation', e.province]) {
    bump(total, `${unit} cases`)
    if (e.seriousness.length > 0) bump(total, `${unit} serious`)
    if (e.outcome === 'fatal') bump(total, `${unit} deaths`)
  }
}

/** A plain count of what stands, one record after another: the oracle of the states. Absent is 0. */
export function recount(records: readonly UpsertEvent[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const e of records) {
    if (e.type === 'dose') countDose(total, e)
    else if (e.type === 'aefi') countCase(total, e)
    else if (e.type === 'decision') for (const l of e.lines) bump(total, `${l.recipient} allocated`, l.doses)
    else if (e.type === 'movement') {
      if (e.kind === 'arrive') bump(total, `${e.province} received`, e.doses)
      if (e.kind === 'receive') bump(total, `nation received ${e.product}`, e.doses)
    }
  }
  return total
}
