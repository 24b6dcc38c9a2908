import type { Page } from 'playwright-core'
import { launchBrowser } from './browser.js'
import { startStation, type Station } from './station.js'

/** A real store into which nothing has come yet, with a desk and a wall that are open on it. */
export interface EmptyStore {
  readonly station: Station
  readonly desk: Page
  readonly wall: Page
  stop(): Promise<void>
}

export async function openEmptyStore(): Promise<EmptyStore> {
  const station = await startStation('start')
  const browser = await launchBrowser()
  const desk = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const wall = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await desk.goto(station.link('enter'))
  await wall.goto(station.link('display'))
  return {
    station,
    desk,
    wall,
    async stop() {
      await browser.close()
      await station.stop()
    },
  }
}
