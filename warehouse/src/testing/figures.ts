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
} from '@mcc/contract'
import { type Change, localDay, type Row } from './oracle.js'

/** What one change adds to a table, by name of the column; written apart from the ledger's own reading of events. */
export interface Figures {
  type: EventType
  rowsOf: (change: Change) => readonly Row[]
}

const AGE_BANDS = [80, 65, 50, 30, 18, 12, 5, 0]
const hourOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 13).replace('T', ' ')}:00:00`

function dose({ event, at }: Change): Row {
  const e = event as DoseEvent
  const day = localDay(e.occurredAt)
  const age = Number(day.slice(0, 4)) - e.birthYear
  return {
    day,
    unit: e.province,
    product: e.product,
    dose_no: e.doseNo,
    series: e.series,
    verification: e.verification,
    signed: e.signedAt === undefined ? 0 : 1,
    residence: e.residenceProvince ?? 'ZZ',
    priority_group: e.priorityGroup,
    age_band: AGE_BANDS.find((lower) => age >= lower) ?? 0,
    sex: e.sex,
    facility: e.facility,
    lot: e.lot,
    known_hour: hourOf(at),
    doses: 1,
  }
}

function movement({ event }: Change): Row {
  const e = event as MovementEvent
  return {
    day: localDay(e.occurredAt),
    unit: e.province,
    product: e.product,
    lot: e.lot,
    kind: e.kind,
    from_level: e.from.split(':')[0],
    to_level: e.to.split(':')[0],
    movements: 1,
    doses: e.doses,
  }
}

function aefi({ event }: Change): Row[] {
  const e = event as AefiEvent
  if (e.stage === 'duplicate' || e.stage === 'invalid') return []
  return [
    {
      day: localDay(e.notifiedAt),
      unit: e.province,
      product: e.product,
      lot: e.lot,
      dose_no: e.doseNo,
      serious: e.seriousness.length > 0 ? 1 : 0,
      died: e.seriousness.includes('death') || e.outcome === 'fatal' ? 1 : 0,
      stage: e.stage,
      cases: 1,
    },
  ]
}

function session({ event }: Change): Row {
  const e = event as SessionEvent
  return {
    day: e.day,
    unit: e.province,
    status: e.status,
    facility: e.facility,
    sessions: 1,
    planned_doses: e.plannedDoses,
    teams: e.teams,
  }
}

function request({ event }: Change): Row {
  const e = event as RequestEvent
  return {
    day: localDay(e.occurredAt),
    unit: e.province,
    kind: e.kind,
    outcome: e.outcome ?? '',
    requests: 1,
  }
}

const doses: Figures = { type: 'dose', rowsOf: (c) => [dose(c)] }
/** What every roll-up of the store must hold; one that is missing here fails the test. */
export const ROLLUP_FIGURES: Record<string, Figures> = {
  dose_day: doses,
  dose_group: doses,
  dose_place: doses,
  dose_known: doses,
  movement_day: { type: 'movement', rowsOf: (c) => [movement(c)] },
  aefi_day: { type: 'aefi', rowsOf: aefi },
  session_day: { type: 'session', rowsOf: (c) => [session(c)] },
  request_day: { type: 'request', rowsOf: (c) => [request(c)] },
}

function tally(e: TallyEvent): Row {
  return {
    day: e.day,
    unit: e.province,
    dose1: e.dose1 ?? null,
    dose2: e.dose2 ?? null,
    dose3: e.dose3 ?? null,
    total: e.total ?? null,
    allocated_planned: e.allocatedPlanned ?? null,
    allocated_received: e.allocatedReceived ?? null,
    population: e.population ?? null,
    population18: e.population18 ?? null,
    points: e.points ?? null,
  }
}

function facility(e: FacilityEvent): Row {
  return {
    day: localDay(e.occurredAt),
    unit: e.province,
    id: e.id,
    name: e.name,
    district: e.district ?? '',
    commune: e.commune ?? '',
    kind: e.kind,
    lat: e.lat,
    lon: e.lon,
    capacity_per_day: e.capacityPerDay,
    open: e.open ? 1 : 0,
  }
}

function lot(e: LotEvent): Row {
  const { product, manufacturer, expiry, status } = e
  return {
    day: localDay(e.occurredAt),
    unit: 'ZZ',
    lot: e.lot,
    product,
    manufacturer,
    expiry,
    status,
    document: e.document ?? '',
  }
}

function registration(e: RegistrationEvent): Row {
  return {
    day: localDay(e.occurredAt),
    unit: e.province,
    priority_group: e.priorityGroup,
    stage: e.stage,
    people: e.people,
  }
}

const decision = (e: DecisionEvent): Row[] =>
  e.lines.map(({ product, recipient, doses: n }) => ({
    day: localDay(e.occurredAt),
    unit: recipient,
    number: e.number,
    round: e.round,
    product,
    doses: n,
  }))

/** What must stand in the ledgers that have no roll-up, row by row; and of every ledger, by day and unit. */
export const PRESENT_ROWS: Record<EventType, (change: Change) => readonly Row[]> = {
  tally: (c) => [tally(c.event as TallyEvent)],
  facility: (c) => [facility(c.event as FacilityEvent)],
  lot: (c) => [lot(c.event as LotEvent)],
  registration: (c) => [registration(c.event as RegistrationEvent)],
  decision: (c) => decision(c.event as DecisionEvent),
  dose: (c) => [dose(c)],
  movement: (c) => [movement(c)],
  session: (c) => [session(c)],
  request: (c) => [request(c)],
  aefi: ({ event }) => {
    const e = event as AefiEvent
    return [
      { day: localDay(e.notifiedAt), unit: e.province, id: e.id, reactions: e.reactions, stage: e.stage },
    ]
  },
}

/** Columns by which present rows are compared. */
export const PRESENT_COLUMNS: Record<EventType, readonly string[]> = {
  tally: [
    'day',
    'unit',
    'dose1',
    'dose2',
    'dose3',
    'total',
    'allocated_planned',
    'allocated_received',
    'population',
    'population18',
    'points',
  ],
  facility: [
    'day',
    'unit',
    'id',
    'name',
    'district',
    'commune',
    'kind',
    'lat',
    'lon',
    'capacity_per_day',
    'open',
  ],
  lot: ['day', 'unit', 'lot', 'product', 'manufacturer', 'expiry', 'status', 'document'],
  registration: ['day', 'unit', 'priority_group', 'stage', 'people'],
  decision: ['day', 'unit', 'number', 'round', 'product', 'doses'],
  dose: ['day', 'unit', 'product', 'dose_no', 'facility', 'lot', 'verification'],
  movement: ['day', 'unit', 'product', 'lot', 'kind', 'doses'],
  session: ['day', 'unit', 'facility', 'status', 'planned_doses', 'teams'],
  request: ['day', 'unit', 'kind', 'outcome'],
  aefi: ['day', 'unit', 'id', 'reactions', 'stage'],
}
