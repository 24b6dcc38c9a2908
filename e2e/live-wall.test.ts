import { dayOf, SCENES, startOfDay } from '@mcc/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectionOf, valueOf } from './browser.js'
import { type Exercise, playExercise } from './exercise.js'
import { exerciseOrigin, type Feed, startFeed } from './live/feed.js'
import { filmWhite } from './live/film.js'
import { begin, seen, watch } from './live/probe.js'

/** A wall while records come in without a pause: its planned reload is hardly seen, and a slow machine keeps up. */
let exercise: Exercise
let feed: Feed

beforeAll(async () => {
  exercise = await playExercise('2021-09-01', '2021-09-03', 0.002)
  feed = await startFeed(exercise.station.gateway, await exerciseOrigin(exercise.station))
}, 300_000)
afterAll(async () => {
  await feed?.stop().catch(() => undefined)
  await exercise?.stop()
})

const WALL = '/wall/main?hold=yes'
async function newWall(): Promise<Page> {
  const viewport = { width: 1920, height: 1080 }
  return (await exercise.enter('display', { viewport, colorScheme: 'light' })).newPage()
}
/** A machine that is so many times slower. */
async function slowDown(page: Page, rate: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate })
}
const doses = (page: Page) => valueOf(page, 'nation-doses').then(Number)

async function served(page: Page): Promise<number> {
  const nation = await page.request.get(`${exercise.station.url}/api/v1/topics/nation`)
  return ((await nation.json()) as { state: { doses: number } }).state.doses
}

/** The server's clock, as the wall hears it, begins `ms` before 03:30 in Viet Nam. */
async function startBeforeReload(page: Page, ms: number): Promise<void> {
  const now = Date.now()
  const off = startOfDay(dayOf(now)) + 3.5 * 3_600_000 - ms - now
  await page.routeWebSocket(/\/socket\.io\//, (ws) => {
    const server = ws.connectToServer()
    server.onMessage((text) =>
      ws.send(
        String(text).replace(
          /"serverTime":"([^"]+)"/,
          (_, time: string) => `"serverTime":"${new Date(Date.parse(time) + off).toISOString()}"`,
        ),
      ),
    )
  })
}

it('reloads itself at half past three behind a fade, never white, and its figures go on', async () => {
  const page = await newWall()
  await startBeforeReload(page, 6_000)
  await page.goto(exercise.station.url + WALL)
  await page.getByTestId('nation-doses').waitFor()
  const began = () => page.evaluate(() => performance.timeOrigin)
  const first = await began()
  await slowDown(page, 6)
  const cut = await filmWhite(page)
  await page.locator('.scene-leaves').waitFor({ state: 'attached' })
  const before = await doses(page)
  await expect.poll(() => began().catch(() => first), { timeout: 20_000 }).toBeGreaterThan(first)
  await expect.poll(() => doses(page).catch(() => 0), { timeout: 20_000 }).toBeGreaterThanOrEqual(before)
  await expect.poll(() => connectionOf(page), { timeout: 20_000 }).toBe('live')
  await page.waitForTimeout(1_000)
  const whites = await cut()
  console.log(whites.map((w) => w.toFixed(3)).join(' '))
  expect(whites.length).toBeGreaterThan(5)
  expect(Math.max(...whites)).toBeLessThan(0.3)
  expect(await page.locator('.scene-leaves').count()).toBe(0)
  await page.context().close()
}, 90_000)

it('a machine six times slower shows every scene, is never late while it says live, and is right in the end', async () => {
  const page = await newWall()
  await watch(page)
  await page.goto(exercise.station.url + WALL)
  await page.getByTestId('nation-doses').waitFor()
  await slowDown(page, 6)
  for (const [i, scene] of SCENES.entries()) {
    await page.keyboard.press(String(i + 1))
    await page.locator(`main.scene[data-scene="${scene}"] h1`).waitFor({ timeout: 10_000 })
  }
  await page.keyboard.press('1')
  await page.getByTestId('nation-doses').waitFor()
  await begin(page)
  for (let i = 0; i < 3; i += 1) {
    const there = await served(page)
    await expect.poll(() => doses(page), { timeout: 20_000 }).toBeGreaterThan(there)
  }
  const { updates, conditions } = await seen(page)
  console.log(`a slow machine: ms ${updates.map(Math.round).join(' ')}`)
  expect(conditions).not.toContain('lost')
  await feed.stop()
  await exercise.station.counted(30_000)
  const last = await served(page)
  await expect.poll(() => doses(page), { timeout: 10_000 }).toBe(last)
  expect(await connectionOf(page)).toBe('live')
}, 90_000)
