import type { DoseEvent, MovementEvent } from '@mcc/contract'
import { Sender, httpTransport } from '@mcc/ingest'
import { setTimeout as sleep } from 'node:timers/promises'

/** Random numbers that a seed repeats (mulberry32). */
export function randomOf(seed: number): { below(n: number): number; pick<T>(items: readonly T[]): T } {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, pick: (items) => items[below(items.length)]! }
}
type Random = ReturnType<typeof randomOf>

type Counted = DoseEvent | MovementEvent
/** What is held of one record: its last revision and its text; `undefined` once voided. */
export interface Held {
  rev: number
  event: Counted | undefined
}
/** A batch that is sent once and never again, whatever becomes of it. */
export interface Stray {
  ids: string[]
}

const FACILITIES = Array.from({ length: 20 }, (_, i) => `crash-${i}`)
const SOURCE = 'portal'
const BATCH_EVENTS = 250
const STRAY_EVENTS = 40
const envelope = { source: SOURCE, op: 'upsert' } as const

/** A source that sends doses and movements with corrections, voids, un-voids, duplicates and re-cut batches, and knows what must come of it. */
export class CrashSource {
  /** Every record ever sent, by type and id. */
  readonly held = new Map<string, Held>()
  readonly strays: Stray[] = []
  /** Batches that the gateway acknowledged: how many lines each had. */
  readonly acknowledged = new Map<string, number>()
  private readonly ids: string[] = []
  private readonly lines: string[] = []
  private records = 0

  constructor(
    private readonly gateway: string,
    private readonly key: string,
    private readonly random: Random,
  ) {}

  get sentLines(): number {
    return [...this.acknowledged.values()].reduce((a, b) => a + b, 0)
  }

  /** Registers the facilities; must be counted before the first dose. */
  async register(): Promise<void> {
    const at = '2021-08-01T08:00:00+07:00'
    const place = {
      name: 'Crash',
      province: '01',
      kind: 'other',
      lat: 21,
      lon: 105,
      capacityPerDay: 1,
      open: true,
    }
    const lines = FACILITIES.map((id) =>
      JSON.stringify({ type: 'facility', ...envelope, id, rev: 1, occurredAt: at, recordedAt: at, ...place }),
    )
    await this.deliver([lines])
  }

  /** Sends a batch every `everyMs` until `enough`, then waits until the last one is acknowledged. */
  async run(everyMs: number, enough: () => boolean): Promise<void> {
    const produce = async function* (source: CrashSource): AsyncGenerator<string[]> {
      for (let due = performance.now(); !enough(); due += everyMs) {
        yield source.nextBatch()
        if (source.random.below(12) === 0) source.sendStray()
        await sleep(Math.max(0, due - performance.now()))
      }
    }
    await this.deliver(produce(this))
  }

  private async deliver(batches: AsyncIterable<string[]> | Iterable<string[]>): Promise<void> {
    const transport = httpTransport(new URL(`${this.gateway}/v1/events`), 4)
    const sender = new Sender({
      transport,
      key: this.key,
      inFlight: 4,
      onTaken: (batch: { lines: number }, receipt) => {
        if (receipt.rejected.length > 0) throw new Error(`refused: ${JSON.stringify(receipt.rejected[0])}`)
        this.acknowledged.set(receipt.batch!, batch.lines)
      },
    })
    const outgoing = async function* () {
      let position = 0
      for await (const lines of batches)
        yield { body: lines.join('\n'), lines: lines.length, position: position++ }
    }
    await sender.send(outgoing()).finally(() => transport.close())
  }

  private nextBatch(): string[] {
    const { random, lines } = this
    // what was sent before comes again, cut elsewhere
    if (lines.length > BATCH_EVENTS && random.below(15) === 0) {
      const from = random.below(lines.length - BATCH_EVENTS)
      return lines.slice(from, from + 1 + random.below(BATCH_EVENTS))
    }
    const batch = Array.from({ length: BATCH_EVENTS }, () => this.nextLine())
    lines.push(...batch)
    return batch
  }

  private nextLine(): string {
    const { random, ids, lines } = this
    const dice = random.below(100)
    if (ids.length === 0 || dice < 86) return this.upsert(this.newId(), 1)
    if (dice < 89 && lines.length > 0) return lines[Math.max(0, lines.length - 1 - random.below(2_000))]!
    const recent = ids[Math.max(0, ids.length - 1 - random.below(500))]!
    const id = random.below(2) === 0 ? recent : random.pick(ids)
    const { rev } = this.held.get(id)!
    return dice < 97 ? this.upsert(id, rev + 1) : this.void(id, rev + 1)
  }

  private newId(): string {
    const id = `${this.records % 8 === 0 ? 'movement' : 'dose'}|c${this.records++}`
    this.ids.push(id)
    return id
  }

  private upsert(id: string, rev: number): string {
    const event = this.event(id, rev)
    this.held.set(id, { rev, event })
    return JSON.stringify(event)
  }

  private void(id: string, rev: number): string {
    this.held.set(id, { rev, event: undefined })
    const [type, name] = id.split('|')
    const at = '2021-10-30T08:00:00+07:00'
    return JSON.stringify({ type, op: 'void', source: SOURCE, id: name, rev, occurredAt: at, recordedAt: at })
  }

  private event(id: string, rev: number): Counted {
    const { random } = this
    const [type, name] = id.split('|')
    const day = new Date(Date.UTC(2021, 8, 1 + random.below(60), random.below(24))).toISOString()
    const common = {
      ...envelope,
      id: name!,
      rev,
      occurredAt: day,
      recordedAt: day,
      province: random.pick(['01', '79', '48']) as DoseEvent['province'],
    }
    const vaccine = {
      product: random.pick(['pfizer', 'astrazeneca'] as const),
      lot: random.pick(['L1', 'L2']),
    }
    if (type === 'movement')
      return {
        type,
        ...common,
        ...vaccine,
        kind: 'arrive',
        doses: 1 + random.below(1_000),
        from: 'national',
        to: 'unit:01',
      }
    return {
      type: 'dose',
      ...common,
      ...vaccine,
      person: name!,
      sex: 'female',
      birthYear: 1950 + random.below(50),
      priorityGroup: 1,
      doseNo: 1 + random.below(3),
      series: 'primary',
      facility: random.pick(FACILITIES),
      verification: 'unverified',
    }
  }

  /** A client that goes away in the middle: nobody knows whether its batch was taken. */
  private sendStray(): void {
    const stray = {
      ids: Array.from({ length: STRAY_EVENTS }, (_, i) => `dose|stray${this.strays.length}-${i}`),
    }
    this.strays.push(stray)
    const body = stray.ids.map((id) => JSON.stringify(this.event(id, 1))).join('\n')
    fetch(`${this.gateway}/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/x-ndjson' },
      body,
      signal: AbortSignal.timeout(5 + this.random.below(60)),
    }).catch(() => undefined)
  }
}
