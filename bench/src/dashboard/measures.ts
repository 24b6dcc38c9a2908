import { PROVINCE_CODES, SCENES } from '@mcc/contract'
import type { Browser } from 'playwright-core'
import { round } from '../figures.js'
import { drawDistricts, openWall, painted, type Wall } from './wall.js'

const VIEWPORT = { viewport: { width: 1920, height: 1080 } }

/** What a browser takes that reaches the server over plain HTTP; on its own machine it would take brotli too. */
const PLAIN_HTTP = { extraHTTPHeaders: { 'accept-encoding': 'gzip, deflate' } }

/** kB (1,000 bytes) of JavaScript as sent, that each scene loads when a wall begins with it; nothing is fetched ahead yet. */
export async function scriptSizes(browser: Browser, link: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for (const [at, scene] of SCENES.entries()) {
    const context = await browser.newContext({ ...VIEWPORT, ...PLAIN_HTTP })
    const { page } = await openWall(context, link, `?hold=yes&scene=${at + 1}`)
    await page.waitForTimeout(1_500)
    const bytes = await page.evaluate<number>(
      `performance.getEntriesByType('resource').filter((e) => e.name.endsWith('.js')).reduce((n, e) => n + e.encodedBodySize, 0)`,
    )
    sizes[scene] = round(bytes / 1_000)
    await context.close()
  }
  return sizes
}

/** ms from sending a delta until the changed figure is painted. */
export async function deltaToPaint({ page, delta }: Wall, times: number): Promise<number[]> {
  const ms: number[] = []
  for (let i = 0; i < times; i++) {
    const doses = 1_000_000 + i
    const shown = page.evaluate<number>(
      `new Promise((done) => { const look = () => document.querySelector('[data-testid="nation-doses"]')?.dataset.value === '${doses}' ? requestAnimationFrame(() => done(Date.now())) : requestAnimationFrame(look); look() })`,
    )
    const sent = delta([[['doses'], doses]])
    ms.push((await shown) - sent)
  }
  return ms
}

/** ms of script, style and layout (main thread busy) for a delta that gives every one of 705 cells another colour. */
export async function restyle(browser: Browser, link: string, times: number) {
  const context = await browser.newContext(VIEWPORT)
  await drawDistricts(context)
  const { page, delta } = await openWall(context, link, '?hold=yes&scene=2')
  await page.locator('.leaflet-overlay-pane path').first().waitFor()
  const cells = await page.locator('.leaflet-overlay-pane path').count()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  const busy = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find((m) => m.name === 'TaskDuration')?.value ?? 0) * 1_000
  }
  const ms: number[] = []
  for (let i = 0; i < times; i++) {
    const before = await busy()
    delta(PROVINCE_CODES.map((code, n) => [['units', code, 'coverageOne'], (n * 7 + i * 31) % 100]))
    await page.waitForTimeout(40)
    await painted(page)
    ms.push((await busy()) - before)
  }
  await context.close()
  return { cells, ms }
}

/** Share of one core that all of Chromium uses for a wall that only rotates. */
export async function idleShare(browser: Browser, seconds: number): Promise<number> {
  const cdp = await browser.newBrowserCDPSession()
  const used = async (): Promise<number> => {
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
    return processInfo.reduce((sum, p) => sum + p.cpuTime, 0)
  }
  const before = await used()
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  return round((await used()) - before, 2) / seconds
}
