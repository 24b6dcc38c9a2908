import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectionOf, launchBrowser, SAID_LOST_MS, valueOf } from './browser.js'
import { type Service, startStation, type Station } from './station.js'

/** Services die one at a time while the campaign is replayed: the wall says so, recovers by itself, and counts right. */
let station: Station
let browser: Browser
let wall: Page

beforeAll(async () => {
  station = await startStation('demo', [
    '--from',
    '2021-09-01',
    '--to',
    '2021-09-30',
    '--speed',
    '1d/s',
    '--seed',
    '1',
  ])
  browser = await launchBrowser()
  wall = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await wall.goto(station.link('display'))
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

it('shows rising figures', async () => {
  await expect.poll(() => valueOf(wall, 'nation-doses'), { timeout: 60_000 }).toMatch(/^[1-9]\d*$/)
}, 70_000)

/**
 * A dead service is up again in a second, sooner than a wall must tell; so it is frozen instead of dead while the wall
 * is watched, and then killed.
 */
it.each<Service>(['aggregator', 'redis', 'engine'])(
  'without %s the wall says so within 10 s, and is live again afterwards',
  async (service) => {
    await expect.poll(() => connectionOf(wall), { timeout: 60_000 }).toBe('live')
    station.signal(service, 'SIGSTOP')
    const stopped = performance.now()
    await expect.poll(() => connectionOf(wall), { timeout: 20_000, interval: 50 }).not.toBe('live')
    expect(performance.now() - stopped).toBeLessThan(SAID_LOST_MS)
    station.signal(service, 'SIGKILL')
    await expect.poll(() => connectionOf(wall), { timeout: 60_000 }).toBe('live')
  },
  150_000,
)

it('afterwards the figures are exactly those of the replay’s ledger', async () => {
  await station.says('Chiến dịch đã phát hết', 500_000)
  await station.counted(180_000)
  const { nation } = station.ledger()
  await expect.poll(() => valueOf(wall, 'nation-doses'), { timeout: 60_000 }).toBe(String(nation.doses))
  const [recount] = await station.sql('SELECT sum(sign) AS n FROM dose_ledger')
  expect(recount).toEqual({ n: nation.doses })
  const [doubled] = await station.sql(
    'SELECT count() AS n FROM (SELECT key FROM dose_ledger GROUP BY key HAVING sum(sign) NOT IN (0, 1))',
  )
  expect(doubled).toEqual({ n: 0 })
}, 600_000)
