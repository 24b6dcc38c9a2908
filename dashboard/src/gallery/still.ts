import type { AlarmsState, Held, Json, SystemState } from '@mcc/contract'
import { createStore } from 'zustand/vanilla'
import type { LiveState, PastMoment } from '../live/live-store.js'
import type { Source } from '../live/source.js'
import type { SecondHand } from '../live/use-live.js'
import { NOW, TODAY, UNITS } from './samples.js'

/** Time that stands still. */
export const STILL: SecondHand = { watch: () => () => undefined, seconds: () => 0 }

const AGE_MS = 4_000
/** As far as the data has gone on since a past moment. */
const LATER = new Date(Date.parse(NOW) + 72 * 86_400_000).toISOString()
/** As if the figures had come 4 s ago. */
const SERVER = { time: Date.parse(NOW) + AGE_MS, heardAt: 0 }

const held = (state: object): Held => ({ epoch: 'gallery', seq: 1, asOf: NOW, state: state as Json })
const SYSTEM: SystemState = {
  engine: 'up',
  redis: 'up',
  writer: 'up',
  behind: false,
  inFlight: 0,
  accounting: { received: 0, stored: 0, duplicate: 0, superseded: 0, quarantined: 0 },
  quarantineOpen: 0,
  countedAt: NOW,
}
const alarm = { unit: null, facts: {}, since: NOW, active: true, ackedBy: null, ackedAt: null }
export const OPEN_ALARMS: AlarmsState = {
  alarms: {
    a: { ...alarm, id: 'a', rule: 'aefi-death', severity: 'critical' },
    b: { ...alarm, id: 'b', rule: 'province-silent', severity: 'high' },
    c: { ...alarm, id: 'c', rule: 'stock-negative', severity: 'high' },
    d: { ...alarm, id: 'd', rule: 'quarantine-growing', severity: 'medium' },
  },
}
const NATION = held({ today: TODAY, doses: 118_402_117, units: UNITS, days: {} })

function still(part: Partial<LiveState>, system: Partial<SystemState> = {}): Source {
  const topics = { nation: NATION, alarms: held(OPEN_ALARMS), system: held({ ...SYSTEM, ...system }) }
  const whole = { topics, connection: 'live' as const, server: SERVER, past: undefined }
  return { store: createStore<LiveState>(() => ({ ...whole, ...part })), want: () => () => undefined }
}

const moment = (part: Partial<PastMoment>): Source =>
  still({
    connection: 'past',
    newest: LATER,
    past: { at: NOW, shown: NOW, waiting: false, paused: false, ended: false, ...part },
    topics: { nation: NATION },
  })

/** A line in each of its conditions, on figures that do not move. */
export const LINES = {
  live: still({}),
  connecting: still({ connection: 'connecting', topics: {} }),
  lost: still({ connection: 'lost' }),
  lostEmpty: still({ connection: 'lost', topics: {} }),
  engine: still({}, { engine: 'down' }),
  redis: still({}, { redis: 'down' }),
  writer: still({}, { writer: 'down' }),
  behind: still({}, { behind: true }),
  past: moment({}),
  waiting: moment({ waiting: true }),
  unsettled: moment({ problem: { problem: 'not-settled', newest: NOW } }),
  unreadable: moment({ at: undefined, shown: undefined, problem: { problem: 'unreadable' } }),
} as const
