import type { AnyEvent, DecisionEvent, LotEvent, MovementEvent, UnitCode } from '@mcc/contract'
import { dayAt, isoAt } from '../calendar.js'
import { PRODUCT_ORDER } from '../plan/slots.js'
import { PLAN_UNITS } from '../plan/units.js'
import { decidedOn, type Delivery, type Lot } from '../world/supply.js'
import type { World } from '../world/world.js'
import { AT } from './clock.js'
import { SOURCE } from './dose.js'
import type { Timed } from './timed.js'

const envelope = (id: string, occurred: string, recorded: string) =>
  ({
    op: 'upsert',
    source: SOURCE,
    id,
    rev: 1,
    occurredAt: occurred,
    recordedAt: recorded,
    exercise: true,
  }) as const

/** Number of the allocation decision of a round; invented, in the form of the ministry's. */
const decisionNumber = (round: number): string => `${1000 + round * 41}/QĐ-BYT`

export function lotRecord(lot: Lot, recordedAt: string): LotEvent {
  return {
    type: 'lot',
    ...envelope(`L-${lot.id}`, isoAt(lot.received, AT.reference), recordedAt),
    lot: lot.id,
    product: PRODUCT_ORDER[lot.product]!,
    manufacturer: lot.maker,
    expiry: dayAt(lot.expiry),
    status: 'released',
  }
}

/** One movement of a lot; `at` is the day and second it happened, `recordedAt` when it was entered. */
interface Move {
  kind: MovementEvent['kind']
  id: string
  lot: Lot
  doses: number
  from: string
  to: string
  unit: UnitCode
  day: number
  second: number
}

const movement = (m: Move, recordedAt: string, decision?: string): MovementEvent => ({
  type: 'movement',
  ...envelope(m.id, isoAt(m.day, m.second), recordedAt),
  kind: m.kind,
  lot: m.lot.id,
  product: PRODUCT_ORDER[m.lot.product]!,
  doses: m.doses,
  from: m.from,
  to: m.to,
  province: m.unit,
  ...(decision === undefined ? {} : { decision }),
})

const receipt = (lot: Lot, recordedAt: string): MovementEvent =>
  movement(
    {
      kind: 'receive',
      id: `M-R-${lot.id}`,
      lot,
      doses: lot.size,
      from: 'abroad',
      to: 'national',
      unit: 'ZZ',
      day: lot.received,
      second: AT.receive,
    },
    recordedAt,
  )

function leg(d: Delivery, kind: 'dispatch' | 'arrive', recordedAt: string): MovementEvent {
  const unit = PLAN_UNITS[d.unit]!
  const [day, second] = kind === 'arrive' ? [d.arrives, AT.arrive] : [d.decided, AT.dispatch]
  const move = {
    kind,
    id: `M-${kind === 'arrive' ? 'A' : 'D'}-${d.id}`,
    lot: d.lot,
    doses: d.doses,
    unit,
    day,
    second,
  }
  return movement({ ...move, from: 'national', to: `unit:${unit}` }, recordedAt, decisionNumber(d.round))
}

function decision(round: number, deliveries: readonly Delivery[], recordedAt: string): DecisionEvent {
  const lines = new Map<string, DecisionEvent['lines'][number]>()
  for (const d of deliveries) {
    const key = `${d.unit}.${d.product}`
    const line = lines.get(key) ?? {
      product: PRODUCT_ORDER[d.product]!,
      recipient: PLAN_UNITS[d.unit]!,
      doses: 0,
    }
    line.doses += d.doses
    lines.set(key, line)
  }
  return {
    type: 'decision',
    ...envelope(`QD-${round}`, isoAt(decidedOn(round), AT.reference), recordedAt),
    number: decisionNumber(round),
    round,
    lines: [...lines.values()],
  }
}

/** On the first day of a later window: what had been delivered before and is not yet used up. */
const stillInUse = (world: World, d: Delivery): boolean =>
  d.upTo > world.plan.usedTo(world.from - 1, d.unit, d.product)

/** Lots, decisions, receipts, dispatches and arrivals of a day, before its first dose. */
export function supplyOn(world: World, day: number): Timed[] {
  const opening = day === world.from
  const due = (on: number, d: Delivery) => (opening ? on <= day && stillInUse(world, d) : on === day)
  const all = world.supply.deliveries
  const decided = all.filter((d) => due(d.decided, d))
  const arrived = all.filter((d) => due(d.arrives, d))
  const lots = world.supply.lots.filter((lot) =>
    opening ? lot.received <= day && lot.lastUse >= day : lot.received === day,
  )
  const at = (second: number) => isoAt(day, second)
  const timed = (second: number) => (event: AnyEvent) => ({ second, event })
  const rounds = new Set(decided.map((d) => d.round))
  const decisions = [...rounds].map((n) =>
    decision(
      n,
      decided.filter((d) => d.round === n),
      at(AT.reference),
    ),
  )
  return [
    ...lots.map((lot) => lotRecord(lot, at(AT.reference))).map(timed(AT.reference)),
    ...decisions.map(timed(AT.reference)),
    ...lots.map((lot) => receipt(lot, at(AT.receive))).map(timed(AT.receive)),
    ...decided.map((d) => leg(d, 'dispatch', at(AT.dispatch))).map(timed(AT.dispatch)),
    ...arrived.map((d) => leg(d, 'arrive', at(AT.arrive))).map(timed(AT.arrive)),
  ]
}
