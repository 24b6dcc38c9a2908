import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, valueOf } from './browser.js'
import { startStation, type Station } from './station.js'

/** What a person with other senses meets: every page without a finding of axe, and none that scrolls sideways. */
let station: Station
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  const days = ['--from', '2021-09-01', '--to', '2021-09-05', '--speed', 'max', '--scale', '0.002']
  station = await startStation('demo', days)
  browser = await launchBrowser()
  context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(station.link('enter'))
  await page.goto(station.link('display'))
  await station.says('Chiến dịch đã phát hết', 120_000)
  await station.counted(60_000)
  await page.close()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

const pages = [
  ['the desk', '/', 1440, 900],
  ['the desk in English', '/?lang=en', 1440, 900],
  ['the desk on a phone', '/', 390, 844],
  ['a province on a phone', '/province/01', 390, 844],
  ['sign-in', '/sign-in', 390, 844],
  ['the wall', '/wall/main?hold=yes', 1920, 1080],
  ['the map on the wall', '/wall/main?hold=yes&scene=2', 1920, 1080],
] as const

it.each(pages)(
  '%s',
  async (_name, path, width, height) => {
    const page = await context.newPage()
    try {
      await page.setViewportSize({ width, height })
      await page.goto(station.url + path)
      await page.waitForLoadState('networkidle')
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(sideways).toBe(0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((v) => [v.id, v.nodes.map((n) => n.target.join(' '))])).toEqual([])
    } finally {
      await page.close()
    }
  },
  60_000,
)

it('the desk shows figures, not only frames', async () => {
  const page = await context.newPage()
  await page.goto(station.url)
  await expect.poll(() => valueOf(page, 'nation-doses'), { timeout: 20_000 }).toMatch(/^[1-9]\d*$/)
  await page.close()
})
