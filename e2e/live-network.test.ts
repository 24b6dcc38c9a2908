import { isoLocal } from '@mcc/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clockOf, connectionOf, launchBrowser, valueOf } from './browser.js'
import { type Cable, layCable } from './cable.js'
import { type Feed, type Place, post, startFeed } from './live/feed.js'
import { begin, putClockOff, seen, sleepThrough, watch } from './live/probe.js'
import { startStation, type Station } from './station.js'

/**
 * Desks whose clocks are an hour off, before and behind, on cables that are pulled for half a minute, before a server
 * that dies: never "live" over what is old, the true age of it, and back to the server's figures by themselves.
 */
let station: Station
let browser: Browser
let feed: Feed
const HOUR_MS = 3_600_000
const PLACE: Place = { province: '46', facility: 'A1' }
const slow = { timeout: 30_000 }
/** A browser that is told of the network does not wait out its back-off, which is 5 s at the least by then. */
const SOON_MS = 4_000

interface Desk {
  name: string
  page: Page
  cable: Cable
}
const desks: Desk[] = []
/** Desks that turn to another page while they are cut off: one whose code is there, and one whose code is not. */
const readers: Page[] = []
let readersCable: Cable
const READ = '[data-testid="books-verdict"]'

async function sourceKey(context: BrowserContext): Promise<string> {
  const path = `${station.url}/api/v1/sources/hue/keys`
  const made = await context.request.post(path, { headers: { origin: station.url } })
  return ((await made.json()) as { key: string }).key
}

const facility = (source: string) => ({
  type: 'facility',
  op: 'upsert',
  source,
  id: PLACE.facility,
  rev: 1,
  occurredAt: isoLocal(Date.now() - HOUR_MS),
  recordedAt: isoLocal(Date.now() - HOUR_MS),
  name: 'Trạm y tế phường Thuận Hòa',
  province: PLACE.province,
  kind: 'commune-station',
  lat: 16.4,
  lon: 107.6,
  capacityPerDay: 100,
  open: true,
})

beforeAll(async () => {
  station = await startStation('start')
  browser = await launchBrowser()
  const context = await browser.newContext()
  await (await context.newPage()).goto(station.link('enter'))
  const key = await sourceKey(context)
  await post(station.gateway, { key }, Date.now(), [facility('hue')])
  feed = await startFeed(station.gateway, { source: 'hue', key, places: [PLACE], now: () => Date.now() })
  const cookies = await context.storageState()
  for (const [name, off] of [
    ['an hour ahead', HOUR_MS],
    ['an hour behind', -HOUR_MS],
  ] as const) {
    const cable = await layCable(station.url)
    const own = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: cookies })
    const page = await own.newPage()
    await putClockOff(page, off)
    await watch(page)
    await page.goto(cable.url)
    desks.push({ name, page, cable })
  }
  readersCable = await layCable(station.url)
  const reading = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: cookies })
  for (const path of ['/quality', '/']) {
    const page = await reading.newPage()
    await page.goto(readersCable.url + path)
    readers.push(page)
  }
  await readers[0]!.locator(READ).first().waitFor()
  await turnTo(readers[0]!, '/')
}, 240_000)
afterAll(async () => {
  await feed?.stop().catch(() => undefined)
  await browser?.close()
  for (const { cable } of desks) await cable.close()
  await readersCable?.close()
  await station?.stop()
})

const doses = ({ page }: Desk) => valueOf(page, 'nation-doses').then(Number)

/** The age on the screen in seconds, and the true one by the clock of the server, which is this machine's. */
const agesOf = ({ page }: Desk): Promise<{ shown: number; real: number }> =>
  page.evaluate(() => {
    const of = document.querySelector<HTMLElement>('[data-testid="data-time"]')
    const [, shown] = /(\d+) giây trước/.exec(of?.textContent ?? '') ?? []
    const now = Date.now() - globalThis.clockOff
    return { shown: Number(shown), real: (now - Date.parse(of?.dataset['value'] ?? '')) / 1_000 }
  })
/** A loaded machine draws late; a clock that is off is off by an hour. */
const LATE_S = 6
async function expectTrueAge(desk: Desk): Promise<void> {
  const { shown, real } = await agesOf(desk)
  expect(Math.abs(shown - real), `${desk.name}: ${shown} s said, ${real} s old`).toBeLessThan(LATE_S)
}
/** Lost and live in their order; between them a part of the machine may be said to be down, or the data to be old. */
const turnsOf = async (page: Page) =>
  (await seen(page)).conditions.filter((c) => c === 'lost' || c === 'live')
const turnTo = (page: Page, path: string) => page.locator(`.desk-places a[href="${path}"]`).click()
const each = (act: (desk: Desk) => Promise<void>) => Promise.all(desks.map(act))

it(
  'they show the server’s time and the true age of the figures',
  () =>
    each(async (desk) => {
      await expect.poll(() => connectionOf(desk.page), slow).toBe('live')
      await expect.poll(() => doses(desk), slow).toBeGreaterThan(0)
      const shown = await desk.page.locator('.clock').first().textContent()
      expect([clockOf(Date.now()), clockOf(Date.now() - 60_000)]).toContain(shown)
      await expectTrueAge(desk)
    }),
  90_000,
)

it(
  'when their machine has slept they are not live until the server was heard again',
  () =>
    each(async ({ page }) => {
      await begin(page)
      await sleepThrough(page, HOUR_MS)
      await expect.poll(() => turnsOf(page), slow).toEqual(['lost', 'live'])
    }),
  60_000,
)

it('without network for 30 s: say so, are never live meanwhile, and then show what the server shows', async () => {
  const before = await Promise.all(desks.map(doses))
  await each(({ page }) => begin(page))
  const pulled = performance.now()
  for (const { cable } of [...desks, { cable: readersCable }]) cable.pull()
  await each(async ({ page }) => {
    await expect.poll(() => connectionOf(page), { timeout: 20_000, interval: 100 }).toBe('lost')
    console.log(`lost after ms ${Math.round(performance.now() - pulled)}`)
    expect(await page.locator('.band').textContent()).toContain('MẤT KẾT NỐI')
  })
  await turnTo(readers[0]!, '/quality')
  await turnTo(readers[1]!, '/allocation')
  await readers[0]!.getByRole('button', { name: 'Thử lại' }).first().waitFor()
  await desks[0]!.page.waitForTimeout(30_000 - (performance.now() - pulled))
  await each(async (desk) => {
    const { conditions } = await seen(desk.page)
    expect(conditions).toEqual(['lost'])
    await expectTrueAge(desk)
  })
  for (const { cable } of [...desks, { cable: readersCable }]) cable.plugIn()
  const ms = await Promise.all(
    desks.map(async (desk, i) => {
      const plugged = performance.now()
      await desk.page.evaluate(() => window.dispatchEvent(new Event('online')))
      await expect.poll(() => connectionOf(desk.page), { ...slow, interval: 30 }).toBe('live')
      const back = performance.now() - plugged
      expect(back).toBeLessThan(SOON_MS)
      expect(await doses(desk)).toBeGreaterThan(before[i]!)
      await expectTrueAge(desk)
      return Math.round(back)
    }),
  )
  console.log(`back after ms ${ms.join(' ')}`)
}, 90_000)

it('pages that were turned to meanwhile come by themselves, with what they ask the server for', async () => {
  await readers[0]!.locator(READ).first().waitFor(slow)
  await readers[1]!.locator('main.allocation').waitFor(slow)
  for (const page of readers) await expect.poll(() => connectionOf(page), slow).toBe('live')
  const bare = () =>
    readers[1]!.evaluate(() =>
      Array.from(document.styleSheets, ({ href, cssRules }) => ({ href, rules: cssRules.length }))
        .filter(({ rules }) => rules === 0)
        .map(({ href }) => href),
    )
  await expect.poll(bare, slow).toEqual([])
}, 60_000)

it('a desk whose server has another version by now begins anew, at the page it was to go to', async () => {
  const page = readers[1]!
  let old = true
  page.once('load', () => (old = false))
  await page.route('**/assets/admin-page*', (route) =>
    old ? route.fulfill({ status: 404 }) : route.fallback(),
  )
  await page.route(`${readersCable.url}/`, (route) => route.fulfill({ body: '<p>another version</p>' }))
  await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
  await turnTo(page, '/admin')
  await page.locator('main.admin').waitFor(slow)
  expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(false)
}, 60_000)

it('after the server was killed they show its figures again, to the last dose', async () => {
  await each(({ page }) => begin(page))
  const restarts = () => station.run().children['aggregator']?.restarts ?? 0
  const before = restarts()
  station.signal('aggregator', 'SIGKILL')
  await expect.poll(restarts, slow).toBeGreaterThan(before)
  await feed.stop()
  await station.counted(30_000)
  await each(async (desk) => {
    await expect.poll(() => connectionOf(desk.page), slow).toBe('live')
    await expect.poll(() => doses(desk), slow).toBe(feed.doses())
    expect(await turnsOf(desk.page)).toEqual(['lost', 'live'])
    await expectTrueAge(desk)
  })
}, 120_000)
