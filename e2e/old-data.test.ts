import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectionOf, launchBrowser } from './browser.js'
import { startStation, type Station } from './station.js'

/**
 * The line lives and every part says that it is up, yet the aggregator cannot read what it must: its data time stands
 * still. The desk and the wall may not call that live.
 */
let station: Station
let browser: Browser
let screens: Page[]

beforeAll(async () => {
  station = await startStation('start')
  browser = await launchBrowser()
  screens = await Promise.all(
    (['enter', 'display'] as const).map(async (link) => {
      const page = await browser.newPage()
      await page.goto(station.link(link))
      return page
    }),
  )
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
}, 60_000)

const become = async (state: string, timeout: number): Promise<void> => {
  for (const page of screens) await expect.poll(() => connectionOf(page), { timeout }).toBe(state)
}

it('calls data old whose time stands still, and live again once it moves', async () => {
  await become('live', 60_000)
  await station.sql('RENAME TABLE dose_day TO dose_day_away')
  // back from a break the aggregator reads everything anew, and now it cannot
  station.signal('engine', 'SIGSTOP')
  await become('degraded', 20_000)
  station.signal('engine', 'SIGCONT')
  await become('stale', 40_000)
  for (const page of screens) await page.locator('.band-stale').waitFor()
  await station.sql('RENAME TABLE dose_day_away TO dose_day')
  await become('live', 30_000)
  for (const page of screens) expect(await page.locator('.band').count()).toBe(0)
}, 180_000)
