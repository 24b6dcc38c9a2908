import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clockOf, connectionOf, launchBrowser, SAID_LOST_MS, valueOf } from './browser.js'
import { type Cable, layCable } from './cable.js'
import { startStation, type Station } from './station.js'

/**
 * A wall whose clock is an hour off, on a cable that is pulled for half a minute, before a server that dies, with a
 * link that is withdrawn: it never calls stale figures live, and comes back to the server's by itself.
 */
let station: Station
let browser: Browser
let admin: BrowserContext
let wall: Page
let cable: Cable

beforeAll(async () => {
  // it must still run when the server is killed, half a minute after the wall began
  const days = ['--from', '2021-09-01', '--to', '2021-10-10', '--speed', '1d/s', '--scale', '0.002']
  station = await startStation('demo', days)
  cable = await layCable(station.url)
  browser = await launchBrowser()
  admin = await browser.newContext()
  const links = JSON.parse(station.secret('first-run.json')) as Record<string, string>
  await (await admin.newPage()).goto(station.url + links['administrator']!)
  wall = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await wall.addInitScript(() => {
    const Real = Date
    const late = () => Real.now() + 3_600_000
    globalThis.Date = class extends Real {
      constructor(...given: [] | [number]) {
        super(given.length === 0 ? late() : given[0])
      }
      static override now = late
    } as DateConstructor
  })
  await wall.goto(station.link('display').replace(station.url, cable.url))
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await cable?.close()
  await station?.stop()
})

const served = async (): Promise<unknown> => {
  const answer = await admin.request.get(`${station.url}/api/v1/topics/nation`)
  return ((await answer.json()) as { state: { doses: unknown } }).state.doses
}

it('shows the server’s time, not its own', async () => {
  await expect.poll(() => connectionOf(wall), { timeout: 60_000 }).toBe('live')
  await expect.poll(() => valueOf(wall, 'nation-doses'), { timeout: 60_000 }).toMatch(/^[1-9]\d*$/)
  const shown = await wall.locator('.clock').first().textContent()
  expect([clockOf(Date.now()), clockOf(Date.now() - 60_000)]).toContain(shown)
}, 130_000)

it('without network for 30 s: says so within 10 s, is never live meanwhile, and then shows what the server shows', async () => {
  const before = Number(await valueOf(wall, 'nation-doses'))
  cable.pull()
  const pulled = performance.now()
  await expect.poll(() => connectionOf(wall), { timeout: 20_000, interval: 100 }).toBe('lost')
  expect(performance.now() - pulled).toBeLessThan(SAID_LOST_MS)
  expect(await wall.locator('.band').textContent()).toContain('MẤT KẾT NỐI')
  const seen = new Set<string | null>()
  while (performance.now() - pulled < 30_000) {
    seen.add(await connectionOf(wall))
    await wall.waitForTimeout(200)
  }
  expect([...seen]).toEqual(['lost'])
  expect(Number(await valueOf(wall, 'nation-doses'))).toBeGreaterThanOrEqual(before)
  cable.plugIn()
  await expect.poll(() => connectionOf(wall), { timeout: 30_000, interval: 50 }).toBe('live')
  expect(Number(await valueOf(wall, 'nation-doses'))).toBeGreaterThan(before)
}, 90_000)

it('after the server was killed it counts on, to the last digit', async () => {
  station.signal('aggregator', 'SIGKILL')
  await station.says('Chiến dịch đã phát hết', 120_000)
  await station.counted(60_000)
  const { nation } = station.ledger()
  await expect.poll(() => valueOf(wall, 'nation-doses'), { timeout: 30_000 }).toBe(String(nation.doses))
  await expect.poll(() => connectionOf(wall), { timeout: 30_000 }).toBe('live')
  // the wall may not have noticed the death yet; a server that is up again answers
  await expect.poll(() => served().catch(() => 'nobody answers'), { timeout: 30_000 }).toBe(nation.doses)
}, 200_000)

it('when its link is withdrawn it keeps the last figures and says calmly what it needs', async () => {
  const before = await valueOf(wall, 'nation-doses')
  const list = await admin.request.get(`${station.url}/api/v1/displays`)
  const { displays } = (await list.json()) as { displays: { id: string }[] }
  for (const { id } of displays) {
    const options = { headers: { origin: station.url } }
    expect((await admin.request.delete(`${station.url}/api/v1/displays/${id}`, options)).status()).toBe(200)
  }
  await wall.getByTestId('wall-expired').waitFor({ timeout: 20_000 })
  expect(await wall.getByTestId('wall-expired').textContent()).toContain('Cần đường dẫn mới')
  expect(await connectionOf(wall)).toBe('lost')
  expect(await valueOf(wall, 'nation-doses')).toBe(before)
}, 60_000)
