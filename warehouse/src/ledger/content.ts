import { createHash } from 'node:crypto'
import { dayOf, UNKNOWN_UNIT, type EventType, type UpsertEvent } from '@mcc/contract'

/** Values of one ledger row that come from the record itself; keys are column names. */
export type Content = Record<string, string | number | null | string[]>

/** Columns that every ledger has for the content's time and place. */
export const BASE_COLUMNS = ['day', 'unit', 'occurred_at', 'recorded_at'] as const

/** `YYYY-MM-DD hh:mm:ss.mmm` in UTC, as the engine reads DateTime64(3). */
export const utc = (instant: string | number): string => {
  const iso = new Date(instant).toISOString()
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`
}

const base = (e: UpsertEvent, unit: string, day?: string): Content => ({
  day: day ?? dayOf(e.occurredAt),
  unit,
  occurred_at: utc(e.occurredAt),
  recorded_at: utc(e.recordedAt),
})

/** The ledger rows (without keys, signs and known times) that a record stands for; most records are one row. */
export function contentOf(e: UpsertEvent): Content[] {
  switch (e.type) {
    case 'dose':
      return [
        {
          ...base(e, e.province),
          person: e.person,
          sex: e.sex,
          birth_year: e.birthYear,
          priority_group: e.priorityGroup,
          product: e.product,
          lot: e.lot,
          dose_no: e.doseNo,
          series: e.series,
          facility: e.facility,
          residence: e.residenceProvince ?? UNKNOWN_UNIT,
          verification: e.verification,
          signed_at: e.signedAt ? utc(e.signedAt) : null,
        },
      ]
    case 'decision':
      return e.lines.map((l) => ({
        ...base(e, l.recipient),
        number: e.number,
        round: e.round,
        product: l.product,
        doses: l.doses,
      }))
    case 'movement':
      return [
        {
          ...base(e, e.province),
          kind: e.kind,
          lot: e.lot,
          product: e.product,
          doses: e.doses,
          from_holder: e.from,
          to_holder: e.to,
          decision: e.decision ?? '',
          reason: e.reason ?? '',
        },
      ]
    case 'lot':
      return [
        {
          ...base(e, UNKNOWN_UNIT),
          lot: e.lot,
          product: e.product,
          manufacturer: e.manufacturer,
          expiry: e.expiry,
          status: e.status,
          document: e.document ?? '',
        },
      ]
    case 'facility':
      return [
        {
          ...base(e, e.province),
          id: e.id,
          name: e.name,
          district: e.district ?? '',
          commune: e.commune ?? '',
          kind: e.kind,
          lat: e.lat,
          lon: e.lon,
          capacity_per_day: e.capacityPerDay,
          open: e.open ? 1 : 0,
        },
      ]
    case 'session':
      return [
        {
          ...base(e, e.province, e.day),
          facility: e.facility,
          planned_doses: e.plannedDoses,
          teams: e.teams,
          status: e.status,
        },
      ]
    case 'registration':
      return [{ ...base(e, e.province), priority_group: e.priorityGroup, stage: e.stage, people: e.people }]
    case 'tally':
      return [
        {
          ...base(e, e.province, e.day),
          dose1: e.dose1 ?? null,
          dose2: e.dose2 ?? null,
          dose3: e.dose3 ?? null,
          total: e.total ?? null,
          allocated_planned: e.allocatedPlanned ?? null,
          allocated_received: e.allocatedReceived ?? null,
          population: e.population ?? null,
          population18: e.population18 ?? null,
          points: e.points ?? null,
        },
      ]
    case 'aefi':
      return [
        {
          ...base(e, e.province, dayOf(e.notifiedAt)),
          id: e.id,
          person: e.person,
          sex: e.sex,
          birth_year: e.birthYear,
          facility: e.facility,
          product: e.product,
          lot: e.lot,
          dose_no: e.doseNo,
          vaccinated_at: utc(e.vaccinatedAt),
          notified_at: utc(e.notifiedAt),
          reactions: e.reactions,
          seriousness: e.seriousness,
          severity: e.severity,
          grades: JSON.stringify(e.anaphylaxisGrades ?? []),
          outcome: e.outcome,
          stage: e.stage,
          causality: JSON.stringify(e.causality ?? []),
        },
      ]
    case 'request':
      return [
        {
          ...base(e, e.province),
          kind: e.kind,
          settled_at: e.settledAt ? utc(e.settledAt) : null,
          outcome: e.outcome ?? '',
        },
      ]
  }
}

/** The type's ledger table. */
export const ledgerOf = (type: EventType): string => `${type}_ledger`

/** Hash of a record's content; records with the same hash count the same. */
export const hashOf = (rows: readonly Content[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)
