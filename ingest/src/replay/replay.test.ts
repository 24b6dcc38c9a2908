import { createHash } from 'node:crypto'
import { type AnyEvent, checkEvent, dayOf, EXERCISE_NOW_HEADER } from '@mcc/contract'
import { describe, expect, it } from 'vitest'
import { batchesAfter, type ReplayBatch } from './batches.js'
import { dayAt, indexOf } from './calendar.js'
import { type IncidentName, INCIDENTS } from './incidents/incidents.js'
import { Oracle } from './oracle/oracle.js'
import { buildWorld, type World } from './world/world.js'

interface Window {
  seed?: number
  scale?: number
  incidents?: readonly IncidentName[]
}
const worldOf = (
  from: string,
  to: string,
  { seed = 1, scale = 0.0005, incidents = [] }: Window = {},
): World => buildWorld({ seed, scale, from: indexOf(from), to: indexOf(to), incidents })
const batches = (world: World): ReplayBatch[] => [...batchesAfter(world, undefined)]
const eventsOf = (all: readonly ReplayBatch[]): AnyEvent[] => all.flatMap((b) => b.events)
const digest = (all: readonly ReplayBatch[]): string => {
  const hash = createHash('sha256')
  for (const b of all) hash.update(JSON.stringify(b.headers)).update(b.body)
  return hash.digest('hex')
}

const PHASES = [
  ['2021-03-08', '2021-03-31'],
  ['2021-06-15', '2021-06-22'],
  ['2021-08-30', '2021-09-08'],
  ['2021-10-01', '2021-10-12'],
  ['2021-11-01', '2021-12-10'],
  ['2022-02-01', '2022-02-20'],
] as const

describe.each(PHASES)('a replay from %s to %s', (from, to) => {
  const all = batches(worldOf(from, to, { incidents: INCIDENTS }))

  it('says nothing that the contract refuses, at the moment it says it', () => {
    for (const batch of all) {
      const now = Date.parse(batch.headers![EXERCISE_NOW_HEADER]!)
      for (const event of batch.events) {
        const checked = checkEvent(event, { now, exercise: true, source: 'exercise' })
        expect(checked, JSON.stringify(event)).toMatchObject({ ok: true })
      }
    }
  })

  it('cuts batches that the gateway takes, with a clock that only rises', () => {
    let before = 0
    for (const batch of all) {
      expect(batch.lines).toBeLessThanOrEqual(2000)
      expect(Buffer.byteLength(batch.body)).toBeLessThan(2_000_000)
      expect(batch.body.trimEnd().split('\n')).toHaveLength(batch.lines)
      expect(batch.ms).toBeGreaterThanOrEqual(before)
      before = batch.ms
    }
  })

  it('sends what registers facilities alone, so that nothing overtakes it that names them', () => {
    const registers = (b: ReplayBatch) => b.events.some((e) => e.type === 'facility')
    expect(all.some(registers)).toBe(true)
    for (const batch of all) expect(batch.alone).toBe(registers(batch))
  })

  it('names only facilities and lots that were sent before', () => {
    const facilities = new Set<string>()
    const lots = new Set<string>()
    for (const event of eventsOf(all)) {
      if (event.op === 'void') continue
      if (event.type === 'facility') facilities.add(event.id)
      if (event.type === 'lot') lots.add(event.lot)
      if (event.type === 'dose' || event.type === 'aefi') {
        expect(facilities.has(event.facility), event.facility).toBe(true)
        expect(lots.has(event.lot), event.lot).toBe(true)
      }
      if (event.type === 'movement') expect(lots.has(event.lot), event.lot).toBe(true)
    }
  })
})

describe('the same settings', { timeout: 120_000 }, () => {
  it('give the same bytes, another seed others with the same totals', () => {
    const [from, to] = PHASES[2]
    const one = batches(worldOf(from, to))
    expect(digest(batches(worldOf(from, to)))).toBe(digest(one))
    const other = batches(worldOf(from, to, { seed: 2 }))
    expect(digest(other)).not.toBe(digest(one))
    expect(daysOf(eventsOf(other))).toEqual(daysOf(eventsOf(one)))
  })

  it('give the same rest when a replay resumes anywhere', () => {
    const world = () => worldOf('2021-10-01', '2021-10-12', { incidents: ['silent-province'] })
    const all = batches(world())
    for (const at of [0, Math.floor(all.length / 3), Math.floor((all.length * 5) / 6), all.length - 2]) {
      const rest = [...batchesAfter(world(), all[at]!.position)]
      expect(digest(rest)).toBe(digest(all.slice(at + 1)))
    }
  })
})

function daysOf(events: readonly AnyEvent[]): Record<string, number> {
  const oracle = new Oracle()
  oracle.take(events)
  return oracle.totals().days
}

describe('what is left after corrections and voids', () => {
  it('is the planned number of doses on every day', () => {
    const world = worldOf('2021-09-20', '2021-10-15', { scale: 0.001 })
    const days = daysOf(eventsOf(batches(world)))
    for (let d = world.from; d <= world.to; d++) expect(days[dayAt(d)]).toBe(world.plan.ofNation(d))
  })

  it('came from first entries of which about 2 % were corrected, and from late ones', () => {
    const events = eventsOf(batches(worldOf('2021-09-20', '2021-10-15', { scale: 0.001 })))
    const doses = events.flatMap((e) => (e.type === 'dose' && e.op === 'upsert' ? [e] : []))
    const firsts = new Set(doses.filter((e) => e.rev === 1).map((e) => e.id)).size
    const mended = new Set(doses.filter((e) => e.rev === 2).map((e) => e.id)).size
    expect(mended / firsts).toBeGreaterThan(0.015)
    expect(mended / firsts).toBeLessThan(0.025)
    const late = doses.filter((e) => e.rev === 1 && dayOf(e.recordedAt) > dayOf(e.occurredAt)).length
    expect(late / firsts).toBeGreaterThan(0.08)
  })
})

describe('supply', () => {
  it('has received at least what was given, per unit and product, at every moment', () => {
    const left = new Map<string, number>()
    const counted = new Map<string, { rev: number; key: string }>()
    const add = (key: string, n: number) => {
      const now = (left.get(key) ?? 0) + n
      left.set(key, now)
      return now
    }
    for (const e of eventsOf(batches(worldOf('2021-07-01', '2021-08-25', { scale: 0.001 })))) {
      if (e.type === 'movement' && e.op === 'upsert' && e.kind === 'arrive' && !counted.has(e.id)) {
        counted.set(e.id, { rev: 1, key: '' })
        add(`${e.province}|${e.product}`, e.doses)
      }
      if (e.type !== 'dose') continue
      const known = counted.get(e.id)
      if (known && known.rev >= e.rev) continue
      if (known) add(known.key, 1)
      const key = e.op === 'void' ? '' : `${e.province}|${e.product}`
      counted.set(e.id, { rev: e.rev, key })
      if (key !== '') expect(add(key, -1), `${key} on ${e.recordedAt}`).toBeGreaterThanOrEqual(0)
    }
  })
})

describe('incidents', { timeout: 120_000 }, () => {
  it('are absent unless asked for', () => {
    const ids = eventsOf(batches(worldOf('2021-11-20', '2021-11-26'))).map((e) => e.id)
    expect(ids.some((id) => /KIM-VIET|QUOC-OAI/.test(id))).toBe(false)
  })

  it('rehearse four deaths at one factory and eighteen infants', () => {
    const world = worldOf('2021-11-02', '2021-11-28', { scale: 0.004, incidents: ['kim-viet', 'quoc-oai'] })
    const oracle = new Oracle()
    const events = eventsOf(batches(world))
    oracle.take(events)
    const deaths = events.filter(
      (e) => e.type === 'aefi' && e.op === 'upsert' && /KIM-VIET/.test(e.id) && e.outcome === 'fatal',
    )
    expect(new Set(deaths.map((e) => e.id)).size).toBe(4)
    expect(events.filter((e) => e.id.startsWith('D-QUOC-OAI')).length).toBeGreaterThanOrEqual(18)
    expect(oracle.totals().nation.doses).toBe(
      Array.from({ length: world.to - world.from + 1 }, (_, i) => world.plan.ofNation(world.from + i)).reduce(
        (a, b) => a + b,
        0,
      ) + 18,
    )
  })

  it('keep a silent province silent, and lose nothing', () => {
    const world = worldOf('2021-10-01', '2021-10-12', { scale: 0.003, incidents: ['silent-province'] })
    const all = batches(world)
    const silent = all.filter((b) => b.position.day >= '2021-10-04' && b.position.day <= '2021-10-08')
    expect(
      eventsOf(silent).some((e) => e.type === 'session' && e.op === 'upsert' && e.province === '60'),
    ).toBe(false)
    const usual = worldOf('2021-10-01', '2021-10-12', { scale: 0.003 })
    expect(daysOf(eventsOf(all))).toEqual(daysOf(eventsOf(batches(usual))))
  })

  it('extend the expiry of lots 124001 and 123002 by a document', () => {
    const events = eventsOf(
      batches(worldOf('2021-11-25', '2021-12-02', { scale: 0.001, incidents: ['expiry-extension'] })),
    )
    const lots = events.flatMap((e) =>
      e.type === 'lot' && e.op === 'upsert' && /^12[34]00[12]$/.test(e.lot) ? [e] : [],
    )
    const last = new Map(lots.map((l) => [l.lot, `${l.rev} ${l.expiry}`]))
    expect(Object.fromEntries(last)).toEqual({ '124001': '2 2022-02-28', '123002': '2 2022-02-28' })
    expect(lots.filter((l) => l.rev === 1).map((l) => l.expiry)).toEqual(
      expect.arrayContaining(['2021-11-30']),
    )
  })
})
