import type {
  AefiEvent,
  DecisionEvent,
  DoseEvent,
  EventType,
  FacilityEvent,
  LotEvent,
  MovementEvent,
  RegistrationEvent,
  RequestEvent,
  SessionEvent,
  TallyEvent,
  UpsertEvent,
} from '@mcc/contract'
import { dayOf, UNKNOWN_UNIT } from '@mcc/contract'
import { utc } from './utc.js'

/** A value as the engine takes it from JSON. */
export type Value = string | number | null | string[]
/** Columns of a ledger and how each is read from the record (and, where a record has several rows, its item). */
type Fields<E, Item = undefined> = Record<string, (e: E, item: Item) => Value>

const at = (instant: string | undefined): Value => (instant === undefined ? null : utc(instant))

/** Day, unit and the two times of the content; `day` cuts the record's own day where that is not `occurredAt`. */
const base = <E extends UpsertEvent>(
  unit: (e: E) => string,
  day: (e: E) => string = (e) => dayOf(e.occurredAt),
): Fields<E> => ({
  day,
  unit,
  occurred_at: (e) => utc(e.occurredAt),
  recorded_at: (e) => utc(e.recordedAt),
})

const dose: Fields<DoseEvent> = {
  ...base((e) => e.province),
  person: (e) => e.person,
  sex: (e) => e.sex,
  birth_year: (e) => e.birthYear,
  priority_group: (e) => e.priorityGroup,
  product: (e) => e.product,
  lot: (e) => e.lot,
  dose_no: (e) => e.doseNo,
  series: (e) => e.series,
  facility: (e) => e.facility,
  residence: (e) => e.residenceProvince ?? UNKNOWN_UNIT,
  verification: (e) => e.verification,
  signed_at: (e) => at(e.signedAt),
}
const decision: Fields<DecisionEvent, DecisionEvent['lines'][number]> = {
  ...base<DecisionEvent>(() => ''),
  unit: (_e, line) => line.recipient,
  number: (e) => e.number,
  round: (e) => e.round,
  product: (_e, line) => line.product,
  doses: (_e, line) => line.doses,
}
const movement: Fields<MovementEvent> = {
  ...base((e) => e.province),
  kind: (e) => e.kind,
  lot: (e) => e.lot,
  product: (e) => e.product,
  doses: (e) => e.doses,
  from_holder: (e) => e.from,
  to_holder: (e) => e.to,
  decision: (e) => e.decision ?? '',
  reason: (e) => e.reason ?? '',
}
const lot: Fields<LotEvent> = {
  ...base(() => UNKNOWN_UNIT),
  lot: (e) => e.lot,
  product: (e) => e.product,
  manufacturer: (e) => e.manufacturer,
  expiry: (e) => e.expiry,
  status: (e) => e.status,
  document: (e) => e.document ?? '',
}
const facility: Fields<FacilityEvent> = {
  ...base((e) => e.province),
  id: (e) => e.id,
  name: (e) => e.name,
  district: (e) => e.district ?? '',
  commune: (e) => e.commune ?? '',
  kind: (e) => e.kind,
  lat: (e) => e.lat,
  lon: (e) => e.lon,
  capacity_per_day: (e) => e.capacityPerDay,
  open: (e) => (e.open ? 1 : 0),
}
const session: Fields<SessionEvent> = {
  ...base<SessionEvent>(
    (e) => e.province,
    (e) => e.day,
  ),
  facility: (e) => e.facility,
  planned_doses: (e) => e.plannedDoses,
  teams: (e) => e.teams,
  status: (e) => e.status,
}
const registration: Fields<RegistrationEvent> = {
  ...base((e) => e.province),
  priority_group: (e) => e.priorityGroup,
  stage: (e) => e.stage,
  people: (e) => e.people,
}
const tally: Fields<TallyEvent> = {
  ...base<TallyEvent>(
    (e) => e.province,
    (e) => e.day,
  ),
  dose1: (e) => e.dose1 ?? null,
  dose2: (e) => e.dose2 ?? null,
  dose3: (e) => e.dose3 ?? null,
  total: (e) => e.total ?? null,
  allocated_planned: (e) => e.allocatedPlanned ?? null,
  allocated_received: (e) => e.allocatedReceived ?? null,
  population: (e) => e.population ?? null,
  population18: (e) => e.population18 ?? null,
  points: (e) => e.points ?? null,
}
const aefi: Fields<AefiEvent> = {
  ...base<AefiEvent>(
    (e) => e.province,
    (e) => dayOf(e.notifiedAt),
  ),
  id: (e) => e.id,
  person: (e) => e.person,
  sex: (e) => e.sex,
  birth_year: (e) => e.birthYear,
  facility: (e) => e.facility,
  product: (e) => e.product,
  lot: (e) => e.lot,
  dose_no: (e) => e.doseNo,
  vaccinated_at: (e) => utc(e.vaccinatedAt),
  notified_at: (e) => utc(e.notifiedAt),
  reactions: (e) => e.reactions,
  seriousness: (e) => e.seriousness,
  severity: (e) => e.severity,
  grades: (e) => JSON.stringify(e.anaphylaxisGrades ?? []),
  outcome: (e) => e.outcome,
  stage: (e) => e.stage,
  causality: (e) => JSON.stringify(e.causality ?? []),
}
const request: Fields<RequestEvent> = {
  ...base((e) => e.province),
  kind: (e) => e.kind,
  settled_at: (e) => at(e.settledAt),
  outcome: (e) => e.outcome ?? '',
}

/** The content columns of every ledger, with how each is read from a record. */
export const FIELDS = {
  dose,
  decision,
  movement,
  lot,
  facility,
  session,
  registration,
  tally,
  aefi,
  request,
} satisfies Record<EventType, unknown>
