import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectionOf, launchBrowser, valueOf } from './browser.js'
import { startStation, type Station } from './station.js'

/**
 * A wall left alone while the campaign is replayed as fast as it goes: a month of it, or all of it with MCC_DEEP. It
 * rotates, meets no error, does not grow, and ends with the replay's own figures.
 */
const DEEP = process.env['MCC_DEEP'] === '1'
const MONTH = ['--from', '2021-08-01', '--to', '2021-08-31']
const LONGEST_MS = DEEP ? 1_800_000 : 120_000
const DWELL_S = 5
/** MB by which a settled page may differ: an answer under way, a scene's compiled code. */
const HEAP_MB = 12

let station: Station
let browser: Browser
let wall: Page
let cdp: CDPSession
const errors: string[] = []
const seen = new Set<string | null>()

beforeAll(async () => {
  const all = ['--speed', 'max', '--scale', '0.001']
  station = await startStation('demo', DEEP ? all : [...all, ...MONTH])
  browser = await launchBrowser()
  await rotateFast()
  wall = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  wall.on('pageerror', (error) => errors.push(error.message))
  cdp = await wall.context().newCDPSession(wall)
  const links = JSON.parse(station.secret('first-run.json')) as Record<string, string>
  await wall.goto(station.url + links['display']!)
  await wall.locator('main.scene').waitFor()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

/** Five seconds a scene, and none of the exercise's deaths holds the wall. */
async function rotateFast(): Promise<void> {
  const context = await browser.newContext()
  const links = JSON.parse(station.secret('first-run.json')) as Record<string, string>
  await (await context.newPage()).goto(station.url + links['administrator']!)
  const path = `${station.url}/api/v1/playlists`
  const { version, playlists } = (await (await context.request.get(path)).json()) as {
    version: number
    playlists: { scenes: object[] }[]
  }
  const fast = playlists.map((p) => ({
    ...p,
    preempt: false,
    scenes: p.scenes.map((s) => ({ ...s, dwell: DWELL_S })),
  }))
  const data = { version, playlists: fast }
  const answer = await context.request.post(path, { data, headers: { origin: station.url } })
  expect(answer.status()).toBe(200)
  await context.close()
}

async function heapMb(): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}
/** Stands by the wall for `ms` and notes which scenes it shows. */
async function watch(ms: number): Promise<void> {
  for (const end = performance.now() + ms; performance.now() < end; await wall.waitForTimeout(500))
    seen.add(await wall.locator('main.scene').getAttribute('data-scene'))
}

it(
  'rotates through the whole of it, without error and without growing',
  async () => {
    // once round, so that the code of every scene is there
    await watch(9 * DWELL_S * 1_000)
    const before = await heapMb()
    await station.says('Chiến dịch đã phát hết', LONGEST_MS)
    await station.counted(120_000)
    await watch(3_000)
    expect(seen.size).toBe(8)
    expect(errors).toEqual([])
    expect((await heapMb()) - before).toBeLessThan(HEAP_MB)
  },
  LONGEST_MS + 200_000,
)

it('ends with the replay’s own figures, to the last digit', async () => {
  const { nation, aefi } = station.ledger()
  await wall.keyboard.press('1')
  await wall.keyboard.press(' ')
  const shown = (testId: string) => expect.poll(() => valueOf(wall, testId), { timeout: 30_000 })
  await shown('nation-doses').toBe(String(nation.doses))
  await shown('nation-at-least-one').toBe(String(nation.atLeastOne))
  await shown('nation-completed').toBe(String(nation.completed))
  await shown('aefi-cases').toBe(String(aefi.cases))
  await shown('aefi-serious').toBe(String(aefi.serious))
  expect(await connectionOf(wall)).toBe('live')
})
