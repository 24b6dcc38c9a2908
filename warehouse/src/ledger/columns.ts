import type { EventType } from '@mcc/contract'
import { BASE_COLUMNS } from './content.js'

const own = {
  dose: [
    'person',
    'sex',
    'birth_year',
    'priority_group',
    'product',
    'lot',
    'dose_no',
    'series',
    'facility',
    'residence',
    'verification',
    'signed_at',
  ],
  decision: ['number', 'round', 'product', 'doses'],
  movement: ['kind', 'lot', 'product', 'doses', 'from_holder', 'to_holder', 'decision', 'reason'],
  lot: ['lot', 'product', 'manufacturer', 'expiry', 'status', 'document'],
  facility: ['id', 'name', 'district', 'commune', 'kind', 'lat', 'lon', 'capacity_per_day', 'open'],
  session: ['facility', 'planned_doses', 'teams', 'status'],
  registration: ['priority_group', 'stage', 'people'],
  tally: [
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
  aefi: [
    'id',
    'person',
    'sex',
    'birth_year',
    'facility',
    'product',
    'lot',
    'dose_no',
    'vaccinated_at',
    'notified_at',
    'reactions',
    'seriousness',
    'severity',
    'grades',
    'outcome',
    'stage',
    'causality',
  ],
  request: ['kind', 'settled_at', 'outcome'],
} as const satisfies Record<EventType, readonly string[]>

/** The content columns of each ledger, in the order of `contentOf`. */
export const COLUMNS = Object.fromEntries(
  Object.entries(own).map(([type, columns]) => [type, [...BASE_COLUMNS, ...columns]]),
) as unknown as Record<EventType, readonly string[]>

/** Columns about the row itself: which record and content, its sign, and the times of its becoming known. */
export const ROW_COLUMNS = ['key', 'rev', 'line', 'hash', 'sign', 'received_at', 'known_at', 'batch'] as const
