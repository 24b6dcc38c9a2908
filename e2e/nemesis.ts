import { setTimeout as sleep } from 'node:timers/promises'
import type { randomOf } from './crash-source.js'
import type { Service, Station } from './station.js'

/** What was done to the machine, by kind. */
export type Deeds = Record<string, number>

const VICTIMS = ['engine', 'writer', 'redis', 'gateway'] as const
const FREEZE_MS = 5_000
/**
 * The writer longer than a job's lock: its jobs come back while the frozen one still holds them. The engine longer than a
 * statement may take: what it then answers is late, and perhaps not whole.
 */
const LONG_FREEZE = {
  writer: { ms: 13_000, beyond: 'its locks' },
  engine: { ms: 22_000, beyond: 'its time limits' },
}
const RESTART_MS = 30_000

/** Kills and freezes services of a station at random; the supervisor starts the dead ones again. */
export class Nemesis {
  readonly deeds: Deeds = {}
  kills = 0

  constructor(
    private readonly station: Station,
    private readonly random: ReturnType<typeof randomOf>,
    private readonly deep: boolean,
  ) {}

  /** One deed after the other until `enough`; every service is up again at the end. */
  async run(enough: () => boolean): Promise<void> {
    for (let n = 0; !enough(); n++) {
      const victim = VICTIMS[n % VICTIMS.length]!
      if (n % 6 === 5) await this.freeze(this.random.pick(VICTIMS))
      else if (victim === 'engine' || (victim === 'writer' && this.random.below(2) === 0))
        await this.killAtInsert(victim)
      else await this.kill(victim, victim)
      await sleep(this.random.below(1_200))
    }
  }

  private did(what: string): void {
    this.deeds[what] = (this.deeds[what] ?? 0) + 1
  }

  private async kill(service: Service, what: string): Promise<void> {
    const before = this.station.run().children[service]?.pid
    if (before === undefined) return
    this.station.signal(service, 'SIGKILL')
    this.kills += 1
    this.did(`kill ${what}`)
    const limit = performance.now() + RESTART_MS
    for (;;) {
      const now = this.station.run().children[service]?.pid
      if (now !== undefined && now !== before) return
      if (performance.now() > limit) throw new Error(`${service} was not started again`)
      await sleep(50)
    }
  }

  /** Kills while a ledger insert runs in the engine: after its first rows, perhaps before its roll-ups. */
  private async killAtInsert(service: Service): Promise<void> {
    const limit = performance.now() + 6_000
    while (performance.now() < limit) {
      if (await this.inserting()) {
        await sleep(this.random.below(12))
        return this.kill(service, `${service} during an insert`)
      }
      await sleep(2)
    }
    await this.kill(service, service)
  }

  private async inserting(): Promise<boolean> {
    const rows = await this.station
      .sql(
        `SELECT count() AS n FROM system.processes WHERE startsWith(query, 'INSERT INTO') AND position(query, '_ledger') BETWEEN 1 AND 60`,
      )
      .catch(() => [])
    return Number(rows[0]?.['n'] ?? 0) > 0
  }

  private async freeze(service: Service): Promise<void> {
    const mayBeLong = service === 'writer' || (service === 'engine' && this.deep)
    const long = mayBeLong && this.random.below(2) === 0 ? LONG_FREEZE[service] : undefined
    try {
      this.station.signal(service, 'SIGSTOP')
      await sleep(long?.ms ?? FREEZE_MS)
    } finally {
      this.station.signal(service, 'SIGCONT')
    }
    this.did(`freeze ${service}${long ? ` beyond ${long.beyond}` : ''}`)
  }
}
