import { afterAll, beforeAll, expect, it } from 'vitest'
import { CrashSource, randomOf } from './crash-source.js'
import { evidenceOn, judgeStore } from './crash-verdict.js'
import { Nemesis } from './nemesis.js'
import { startStation, type Station } from './station.js'

/**
 * A source sends while gateway, writer, engine and queue are killed and frozen at random; afterwards nothing that was
 * acknowledged is missing and nothing counts twice. Deep: ten minutes at 1,000 events/s and more.
 */
const DEEP = process.env['MCC_DEEP'] === '1'
const MINUTES = Number(process.env['MCC_MINUTES'] ?? (DEEP ? 10 : 0))
const KILLS = 20
const SEED = Number(process.env['MCC_SEED'] ?? 1)
/** A batch of 250 events each time. */
const EVERY_MS = DEEP ? 200 : 300

let station: Station
beforeAll(async () => {
  station = await startStation('start')
}, 240_000)
let keep: 'keep' | undefined
afterAll(() => station?.stop(keep), 60_000)

it(
  'through kills and freezes nothing acknowledged is lost, nothing counts twice, every roll-up is a recount',
  async () => {
    const random = randomOf(SEED)
    const source = new CrashSource(station.gateway, station.secret('portal.key'), random)
    await source.register()
    await station.counted(60_000)

    const nemesis = new Nemesis(station, randomOf(SEED + 1), DEEP)
    const started = performance.now()
    const over = (): boolean => nemesis.kills >= KILLS && performance.now() - started >= MINUTES * 60_000
    let stopped = false
    await Promise.all([
      nemesis.run(over).finally(() => (stopped = true)),
      source.run(EVERY_MS, () => stopped),
    ])
    const seconds = (performance.now() - started) / 1_000
    await station.counted(180_000)

    const { verdict, suspects } = await judgeStore(station, source)
    const figures = {
      kills: nemesis.kills,
      ...nemesis.deeds,
      acknowledgedBatches: source.acknowledged.size,
      acknowledgedLines: source.sentLines,
      records: source.held.size,
      strays: source.strays.length,
      linesPerSecond: Math.round(source.sentLines / seconds),
      ...verdict,
    }
    process.stdout.write(`${JSON.stringify(figures)}\n`)
    if (suspects.length > 0) {
      keep = 'keep'
      for (const line of [...(await evidenceOn(station, suspects)), `kept: ${station.data}`])
        process.stdout.write(`${line}\n`)
    }
    expect(Object.entries(verdict).filter(([, n]) => n !== 0)).toEqual([])
  },
  (MINUTES + 12) * 60_000,
)
