import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { launchBrowser } from './browser.js'
import { startStation, type Station } from './station.js'
import type { View } from './views.js'

/** A station whose exercise has been played and counted, a browser, and a way in for each account. */
export interface Exercise {
  readonly station: Station
  readonly browser: Browser
  /** A new browser context, signed in. */
  enter(who: View['as'], options?: BrowserContextOptions): Promise<BrowserContext>
  stop(): Promise<void>
}

/** Plays the days `from` to `to` at `scale` as fast as it goes; resolves when every record is counted. */
export async function playExercise(from: string, to: string, scale: number): Promise<Exercise> {
  const days = ['--from', from, '--to', to, '--speed', 'max', '--scale', String(scale)]
  const station = await startStation('demo', days)
  const browser = await launchBrowser()
  await station.says('Chiến dịch đã phát hết', 120_000)
  await station.counted(60_000)
  const links = JSON.parse(station.secret('first-run.json')) as Record<View['as'], string>
  return {
    station,
    browser,
    async enter(who, options) {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      await page.goto(station.url + links[who])
      await page.getByTestId('connection').first().waitFor()
      await page.close()
      return context
    },
    async stop() {
      await browser.close()
      await station.stop()
    },
  }
}
