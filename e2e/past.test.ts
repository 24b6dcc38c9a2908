import { dayOf } from '@mcc/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { connectionOf, launchBrowser, valueOf } from './browser.js'
import { exerciseOrigin, startFeed } from './live/feed.js'
import { startStation, type Station } from './station.js'

/** A moment that is past: every page shows what was known then, says so, and never calls it live. */
let station: Station
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  const days = ['--from', '2021-08-30', '--to', '2021-09-06', '--speed', 'max', '--scale', '0.002']
  station = await startStation('demo', days)
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(station.link('enter'))
  await station.says('Chiến dịch đã phát hết', 120_000)
  await station.counted(60_000)
  await page.close()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

const AT = '2021-09-03T16:00:00.000Z'
const answer = z.object({ asOf: z.string(), state: z.object({ doses: z.number() }) })

async function nationAt(page: Page, at?: string): Promise<z.infer<typeof answer>> {
  const query = at === undefined ? '' : `?at=${encodeURIComponent(at)}`
  const got = await page.request.get(`${station.url}/api/v1/topics/nation${query}`)
  return answer.parse(await got.json())
}
const dosesShown = (page: Page) => expect.poll(() => valueOf(page, 'nation-doses'), { timeout: 20_000 })

it('a desk shows what was known at the moment of its address, in a frame, and no alarm', async () => {
  const page = await context.newPage()
  const then = (await nationAt(page, AT)).state.doses
  const now = (await nationAt(page)).state.doses
  expect(then).toBeGreaterThan(0)
  expect(then).toBeLessThan(now)
  await page.goto(`${station.url}/?at=2021-09-03T23:00+07:00`)
  await dosesShown(page).toBe(String(then))
  expect(await page.getByTestId('past-mark').getAttribute('data-value')).toBe(AT)
  expect(await connectionOf(page)).toBe('past')
  expect(await page.locator('[data-testid^="alarm-"]').count()).toBe(0)
  await page.goto(`${station.url}/wall/main?hold=yes&at=${encodeURIComponent(AT)}`)
  await dosesShown(page).toBe(String(then))
  await page.close()
}, 60_000)

it('the link of a live desk keeps its figures; back to the present shows the newest', async () => {
  const page = await context.newPage()
  await page.goto(station.url)
  const { asOf, state } = await nationAt(page)
  await dosesShown(page).toBe(String(state.doses))
  const link = await page.locator('[data-link]').getAttribute('data-link')
  await page.goto(link!)
  await dosesShown(page).toBe(String(state.doses))
  expect(await page.getByTestId('past-mark').getAttribute('data-value')).toBe(asOf)
  await page.getByRole('button', { name: 'Về hiện tại' }).click()
  await expect.poll(() => connectionOf(page), { timeout: 20_000 }).toBe('live')
  expect(await page.getByTestId('past-mark').count()).toBe(0)
  // the button that led here is gone
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hiện tại')
  await page.close()
}, 60_000)

it('the bar is walked by keys, takes a written moment, and says which cannot be asked yet', async () => {
  const page = await context.newPage()
  await page.goto(station.url)
  await page.locator('.time-slider').focus()
  await page.keyboard.press('PageDown')
  await expect.poll(() => page.getByTestId('past-mark').count(), { timeout: 10_000 }).toBe(1)
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('time-slider')
  const at = await page.getByTestId('past-mark').getAttribute('data-value')
  await dosesShown(page).toBe(String((await nationAt(page, at!)).state.doses))
  const field = page.locator('input[name=moment]')
  await field.fill('12:00 31/02/2021')
  await field.press('Enter')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Không có thời điểm này')
  await field.fill('12:00 01/01/2030')
  await field.press('Enter')
  const newest = dayOf((await nationAt(page)).asOf).slice(0, 4)
  await expect
    .poll(() => page.getByTestId('time-bar').textContent())
    .toMatch(new RegExp(`chưa chốt.*${newest}`))
  await page.close()
}, 60_000)

it('a replay walks to the newest moment, pauses when told, and keeps going from page to page', async () => {
  const page = await context.newPage()
  const { asOf, state } = await nationAt(page)
  await page.goto(`${station.url}/?replay=2021-09-03T12:00+07:00&speed=1d`)
  const frame = page.getByTestId('past-mark')
  await expect.poll(() => frame.first().textContent()).toContain('PHÁT LẠI')
  await page.getByRole('button', { name: 'Tạm dừng' }).click()
  // a moment that was asked for before may still come
  let at = ''
  const stands = async (): Promise<boolean> => {
    const before = at
    at = (await frame.getAttribute('data-value'))!
    return at === before
  }
  await expect.poll(stands, { interval: 700 }).toBe(true)
  await dosesShown(page).toBe(String((await nationAt(page, at)).state.doses))
  await page.getByRole('link', { name: 'Phân bổ' }).click()
  await expect.poll(() => page.url()).toContain('/allocation?replay=')
  expect(await frame.getAttribute('data-value')).toBe(at)
  await page.goBack()
  await page.getByRole('button', { name: 'Phát tiếp' }).click()
  await expect
    .poll(() => page.locator('.time-replay').getAttribute('data-ended'), { timeout: 40_000 })
    .toBe('true')
  expect(await frame.getAttribute('data-value')).toBe(asOf)
  await dosesShown(page).toBe(String(state.doses))
  await page.close()
}, 90_000)

it('a director sees his province, another and the nation as they were, without the lines of either', async () => {
  const own = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await own.newPage()
  await page.goto(station.link('director'))
  await page.getByTestId('connection').first().waitFor()
  const then = (await nationAt(page, AT)).state.doses
  await page.goto(`${station.url}/?at=${AT}`)
  await dosesShown(page).toBe(String(then))
  const province = z.object({ state: z.object({ summary: z.object({ doses: z.number() }) }) })
  for (const code of ['01', '79']) {
    const got = await page.request.get(`${station.url}/api/v1/topics/province:${code}?at=${AT}`)
    const { summary } = province.parse(await got.json()).state
    await page.goto(`${station.url}/province/${code}?at=${AT}`)
    await expect.poll(() => valueOf(page, 'province-doses'), { timeout: 20_000 }).toBe(String(summary.doses))
    await expect.poll(() => page.locator('.districts tbody tr').count()).toBeGreaterThan(10)
    expect(await page.locator('#facilities table').count()).toBe(0)
  }
  // one state refused, as a future rule might: the others stand
  await page.route('**/api/v1/topics/aefi?**', (route) =>
    route.fulfill({ status: 403, json: { error: { code: 'not_allowed' } } }),
  )
  await page.goto(`${station.url}/?at=${AT}`)
  await dosesShown(page).toBe(String(then))
  await expect.poll(() => page.getByTestId('time-bar').textContent()).toContain('không thuộc phạm vi')
  await own.close()
}, 90_000)

it('an address whose moment cannot be read is never shown as live', async () => {
  const page = await context.newPage()
  await page.goto(`${station.url}/?at=yesterday`)
  await expect.poll(() => page.getByTestId('time-bar').textContent()).toContain('Không đọc được thời điểm')
  expect(await connectionOf(page)).toBe('past')
  expect(await page.getByTestId('nation-doses').count()).toBe(0)
  await page.close()
}, 30_000)

const heard = z.object({
  state: z.object({ units: z.record(z.string(), z.object({ heardUntil: z.string().nullable() })) }),
})

it('the map of a wall hatches the provinces that have fallen silent, now and as it was known', async () => {
  const origin = await exerciseOrigin(station)
  const page = await context.newPage()
  const before = (await nationAt(page)).asOf
  // the day after the last passes in silence but for three provinces
  const DAY_MS = 86_400_000
  const feed = await startFeed(station.gateway, { ...origin, now: () => origin.now() + DAY_MS })
  await feed.stop()
  await station.counted(60_000)
  const silentAt = async (query: string): Promise<number> => {
    const got = await page.request.get(`${station.url}/api/v1/topics/nation${query}`)
    return Object.values(heard.parse(await got.json()).state.units).filter((u) => u.heardUntil !== null)
      .length
  }
  const hatched = async (query: string) => {
    await page.goto(`${station.url}/wall/main?hold=yes&scene=2${query}`)
    await page.locator('.map path').nth(60).waitFor()
    return expect.poll(() => page.locator('.map path[fill^="url(#old-figure-"]').count())
  }
  await expect.poll(() => silentAt(''), { timeout: 20_000 }).toBeGreaterThan(20)
  await (await hatched('')).toBe(await silentAt(''))
  expect(await page.locator('.legend').textContent()).toContain('số cũ')
  await (await hatched(`&at=${encodeURIComponent(before)}`)).toBe(0)
  await page.close()
}, 90_000)
