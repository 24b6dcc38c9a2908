import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { round, type Say, surroundings } from '../figures.js'
import { onStore, type Services, type Store, withServices } from '../machine/machine.js'
import { startNode } from '../machine/processes.js'
import { counted } from '../machine/metrics.js'
import { numberOf } from '../machine/sql.js'
import { largest, watchMemory } from '../machine/watch.js'

/** The day of the campaign with the most doses, 2,091,069 at scale 1. Source: Ministry of Health bulletins. */
const BUSIEST_DAY = '2021-10-19'
const LIMIT_S = 180

export interface DayOptions {
  day: string
  scale: number
}
export const DAY_DEFAULTS: DayOptions = { day: BUSIEST_DAY, scale: 1 }

const totals = z.object({
  nation: z.object({ doses: z.number() }),
  units: z.record(z.string(), z.object({ doses: z.number() })),
  aefi: z.object({ cases: z.number() }),
})

const HELD =
  "SELECT count() AS n FROM quarantine FINAL WHERE code = 'unknown_facility' AND status IN ('open', 'releasing')"

/** Nothing accepted waits to be counted, nor for its facility, whose batch may have come in after it. */
async function allCounted(services: Services, { warehouse }: Store): Promise<boolean> {
  const { client } = services.redis
  const queued = (await client.llen('bull:ingest:wait')) + (await client.llen('bull:ingest:active'))
  return queued === 0 && (await numberOf(warehouse, HELD)) === 0
}

async function replay(services: Services, o: DayOptions, ledger: string): Promise<void> {
  const args = ['--from', o.day, '--to', o.day, '--scale', String(o.scale), '--speed', 'max']
  const to = ['--target', services.gateway, '--ledger', ledger, '--progress', 'json', '--in-flight', '4']
  const child = startNode('ingest/dist/replay/main.js', [...args, ...to], { MCC_API_KEY: services.key })
  services.pids['replay'] = child.pid!
  const [code] = (await once(child, 'exit')) as [number | null]
  delete services.pids['replay']
  if (code !== 0) throw new Error(`the replay ended with code ${code}`)
}

/** Compares the store with what the replay's plain ledger says it sent; returns the doses of the nation. */
async function assertExact(store: Store, ledger: string): Promise<number> {
  const sent = totals.parse(JSON.parse(await readFile(ledger, 'utf8')))
  const w = store.warehouse
  const expect = async (what: string, sql: string, wanted: number): Promise<void> => {
    const n = await numberOf(w, sql)
    if (n !== wanted) throw new Error(`${what}: the store shows ${n}, the replay sent ${wanted}`)
  }
  await expect('doses', 'SELECT sum(doses) AS n FROM dose_day', sent.nation.doses)
  await expect('doses of the ledger', 'SELECT sum(sign) AS n FROM dose_ledger', sent.nation.doses)
  await expect('cases', 'SELECT sum(cases) AS n FROM aefi_day', sent.aefi.cases)
  for (const [unit, { doses }] of Object.entries(sent.units))
    await expect(`doses of ${unit}`, `SELECT sum(doses) AS n FROM dose_day WHERE unit = '${unit}'`, doses)
  return sent.nation.doses
}

/** One whole day of the campaign, from the start of its generator to the last record counted, with exact totals. */
export async function runDay(o: DayOptions, say: Say) {
  return onStore(
    (store) =>
      withServices(store, { source: 'exercise', scale: o.scale, live: true }, async (services) => {
        const ledger = join(store.data, 'replay-ledger.json')
        const watch = watchMemory(() => services.pids)
        const begun = performance.now()
        const tick = setInterval(() => {
          void counted(services.writer).then((n) =>
            say(
              `${Math.round((performance.now() - begun) / 1_000)} s: ${n.toLocaleString('en')} records counted`,
            ),
          )
        }, 5_000)
        try {
          await replay(services, o, ledger)
          while (!(await allCounted(services, store))) await sleep(100)
        } finally {
          clearInterval(tick)
          watch.end()
        }
        const seconds = (performance.now() - begun) / 1_000
        say('comparing the totals')
        const doses = await assertExact(store, ledger)
        const records = await counted(services.writer)
        return {
          bench: 'day',
          ...surroundings(),
          ...o,
          doses,
          records,
          seconds: round(seconds),
          limitSeconds: LIMIT_S,
          withinLimit: seconds <= LIMIT_S,
          recordsPerSecond: Math.round(records / seconds),
          exact: true,
          maxMb: largest(watch.samples),
        }
      }),
    o.scale,
  )
}
