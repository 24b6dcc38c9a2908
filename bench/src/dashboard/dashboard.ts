import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.js'
import { round, type Say, spread, surroundings } from '../figures.js'
import { SOURCE } from '../load/doses.js'
import { fillDoses, fillFacilities } from '../load/fill.js'
import { onStore, withServices } from '../machine/machine.js'
import { slopes } from '../machine/watch.js'
import { deltaToPaint, idleShare, restyle, scriptSizes } from './measures.js'
import { firstLinks, openDesk, openWall, painted, type Wall } from './wall.js'

export interface DashboardOptions {
  /** Doses in the store. */
  doses: number
  deltas: number
  /** Scene changes. */
  changes: number
  /** The heap is read after each of so many shares of both. */
  rounds: number
  /** Deltas whose way to the screen is timed, and restylings. */
  paints: number
  idleSeconds: number
}
export const DASHBOARD_DEFAULTS: DashboardOptions = {
  doses: 100_000,
  deltas: 10_000,
  changes: 500,
  rounds: 10,
  paints: 50,
  idleSeconds: 60,
}

const SHIFT = `globalThis.layoutShift = 0; new PerformanceObserver((list) => { for (const e of list.getEntries()) globalThis.layoutShift += e.value }).observe({ type: 'layout-shift' })`

/** Deltas and scene changes in turn; the heap (MB, after a collection) before and after each round. */
async function soak(wall: Wall, o: DashboardOptions, say: Say): Promise<number[]> {
  const { page } = wall
  const cdp = await page.context().newCDPSession(page)
  const heap = async (): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage')
    return round((await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6, 2)
  }
  // once round before: code that is loaded once is no growth
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(300)
  }
  const heapMb = [await heap()]
  const perChange = Math.ceil(o.deltas / o.changes)
  let sent = 0
  for (let r = 0; r < o.rounds; r++) {
    for (let c = 0; c < o.changes / o.rounds; c++) {
      await page.keyboard.press('ArrowRight')
      for (let d = 0; d < perChange && sent < o.deltas; d++) {
        wall.delta([[['doses'], 2_000_000 + sent++]])
        if (d % 5 === 4) await painted(page)
      }
      await painted(page)
    }
    heapMb.push(await heap())
    say(`${sent} deltas, heap ${heapMb.at(-1)} MB`)
  }
  return heapMb
}

/** ms from a delta until it is painted, on the national desk. */
async function deskPaints(browser: Browser, link: string, times: number): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const desk = await openDesk(context, link)
  await desk.page.waitForTimeout(5_000)
  const ms = await deltaToPaint(desk, times)
  await context.close()
  return ms
}

async function measure(
  browser: Browser,
  { display: link, enter }: { display: string; enter: string },
  o: DashboardOptions,
  say: Say,
) {
  const scriptKb = await scriptSizes(browser, link)
  say(`scripts, kB: ${JSON.stringify(scriptKb)}`)
  const restyled = await restyle(browser, link, o.paints)
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const wall = await openWall(context, link, '?hold=yes')
  await wall.page.locator('[data-testid="nation-doses"]').waitFor()
  // of as many digits as those that are timed: a number that gets longer does move its unit
  wall.delta([[['doses'], 1_000_000]])
  await wall.page.waitForTimeout(5_000)
  await wall.page.evaluate(SHIFT)
  const paints = await deltaToPaint(wall, o.paints)
  const layoutShift = await wall.page.evaluate<number>('globalThis.layoutShift')
  const desk = await deskPaints(browser, enter, o.paints)
  const heapMb = await soak(wall, o, say)
  await wall.page.keyboard.press(' ')
  const idleCpu = await idleShare(browser, o.idleSeconds)
  const later = heapMb.slice(Math.floor(heapMb.length / 2)).map((heap, at) => ({ at: at * 60, mb: { heap } }))
  return {
    scriptKb,
    deltaToPaintMs: spread(paints),
    deskDeltaToPaintMs: spread(desk),
    layoutShift: round(layoutShift, 4),
    restyle: { cells: restyled.cells, ms: spread(restyled.ms) },
    heapMb,
    slopeMb: slopes(later)['heap'],
    idleCpuShare: round(idleCpu, 3),
    errors: wall.errors,
  }
}

/** What a wall costs its screen: code, memory, time to the picture; in Chromium, on a real server. */
export async function runDashboard(o: DashboardOptions, say: Say) {
  return onStore(async (store) => {
    await fillFacilities(store.warehouse)
    await fillDoses(store.warehouse, o.doses, say)
    return withServices(store, { source: SOURCE, live: true, pages: true }, async (services) => {
      const browser = await launchBrowser()
      try {
        const { display, enter } = await firstLinks(store.data)
        const at = (path: string) => services.dashboard! + path
        const figures = await measure(browser, { display: at(display), enter: at(enter) }, o, say)
        return { bench: 'dashboard', ...surroundings(), ...o, ...figures }
      } finally {
        await browser.close()
      }
    })
  })
}
