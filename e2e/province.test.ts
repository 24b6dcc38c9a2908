import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { launchBrowser, valueOf } from './browser.js'
import { startStation, type Station } from './station.js'

const HA_NOI = '01'
const nation = z.object({
  asOf: z.string(),
  state: z.object({
    doses: z.number(),
    days: z.record(z.string(), z.number()),
    aefi: z.object({ serious: z.number() }),
    units: z.record(z.string(), z.object({ doses: z.number() })),
  }),
})

let station: Station
let browser: Browser
let context: BrowserContext

const asked = async (page: Page, path: string): Promise<unknown> => {
  const answer = await page.request.get(`${station.url}${path}`)
  expect(answer.status()).toBe(200)
  return answer.json()
}
const nationAt = async (page: Page, at?: string) =>
  nation.parse(await asked(page, `/api/v1/topics/nation${at === undefined ? '' : `?at=${at}`}`))
const facilities = z.object({
  facilities: z.array(z.object({ id: z.string(), doses: z.number(), district: z.string().nullable() })),
})

beforeAll(async () => {
  station = await startStation('demo', [
    '--from=2021-09-01',
    '--to=2021-09-04',
    '--speed=max',
    '--scale=0.01',
  ])
  await station.says('Chiến dịch đã phát hết', 120_000)
  await station.counted(60_000)
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const links = JSON.parse(station.secret('first-run.json')) as Record<string, string>
  await page.goto(station.url + links['officer'])
  await page.getByTestId('nation-doses').waitFor()
  await page.close()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

it('shows every facility of a province on its map; a ring parts, a mark leads to its row, all by keys', async () => {
  const page = await context.newPage()
  await page.goto(`${station.url}/province/${HA_NOI}`)
  const pins = page.locator('.district-main .pin')
  await pins.first().waitFor()
  const counts = await pins.evaluateAll((all) =>
    all.map((pin) => Number((pin as HTMLElement).dataset['count'])),
  )
  const listed = facilities.parse(await asked(page, `/api/v1/facilities?province=${HA_NOI}`)).facilities
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(listed.length)
  expect(counts.some((n) => n > 1)).toBe(true)

  const ring = page.locator('.district-main .pin:not([data-count="1"])').first()
  await ring.focus()
  await page.keyboard.press('Enter')
  // the focus goes to what was under the ring
  await expect.poll(() => page.locator('.pin:focus').count()).toBe(1)
  for (let i = 0; i < 12 && (await page.locator('.pin:focus').getAttribute('data-count')) !== '1'; i++)
    await page.keyboard.press('Enter')
  const id = await page.locator('.pin:focus').getAttribute('data-pin')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.pin:focus').getAttribute('aria-pressed')).toBe('true')
  const row = page.locator(`tr.chosen[data-facility="${id}"]`)
  await row.waitFor()
  await page.getByRole('button', { name: 'Xem trong danh sách' }).click()
  await expect
    .poll(() => row.locator('button').evaluate((button) => button === document.activeElement))
    .toBe(true)

  await page.getByRole('button', { name: 'Cả tỉnh' }).click()
  await expect
    .poll(() =>
      pins.evaluateAll((all) => all.reduce((n, pin) => n + Number((pin as HTMLElement).dataset['count']), 0)),
    )
    .toBe(listed.length)
  await page.close()
}, 60_000)

it('draws the mainland of Đà Nẵng and of Khánh Hòa large, and their archipelagos beside it', async () => {
  const page = await context.newPage()
  for (const [code, name] of [
    ['48', 'Huyện Hoàng Sa'],
    ['56', 'Huyện Trường Sa'],
  ] as const) {
    await page.goto(`${station.url}/province/${code}`)
    const inset = page.locator('.district-inset')
    await inset.locator('path').first().waitFor()
    expect(await inset.textContent()).toContain(name)
    // it is fitted again while its box grows to what the page gives it
    const share = async (): Promise<number> => {
      const box = (await page.locator('.district-main .map').boundingBox())!
      const drawn = await page.locator('.district-main .map path').evaluateAll((paths) => {
        const boxes = paths.map((path) => path.getBoundingClientRect())
        return {
          width: Math.max(...boxes.map((b) => b.right)) - Math.min(...boxes.map((b) => b.left)),
          height: Math.max(...boxes.map((b) => b.bottom)) - Math.min(...boxes.map((b) => b.top)),
        }
      })
      return Math.max(drawn.width / box.width, drawn.height / box.height)
    }
    await expect.poll(share, { timeout: 5_000 }).toBeGreaterThan(0.9)
    const islets = await inset
      .locator('path')
      .evaluateAll((paths) => paths.map((p) => p.getBoundingClientRect().width))
    expect(Math.max(...islets)).toBeGreaterThan(30)
  }
  await page.close()
}, 60_000)

it('says what changed since seven in the morning, as known then and now, and leads to that moment', async () => {
  const page = await context.newPage()
  await page.goto(`${station.url}/`)
  const strip = page.getByTestId('morning')
  await strip.getByTestId('morning-doses').waitFor()
  const at = (await strip.getAttribute('data-value'))!
  expect(at).toBe('2021-09-04T00:00:00.000Z')
  const [then, now] = [(await nationAt(page, at)).state, (await nationAt(page)).state]
  expect(now.doses).toBeGreaterThan(then.doses)
  await expect.poll(() => valueOf(page, 'morning-doses')).toBe(String(now.doses - then.doses))
  await expect.poll(() => valueOf(page, 'morning-serious')).toBe(String(now.aefi.serious - then.aefi.serious))
  const restated = Object.keys(now.days).filter(
    (day) => day < '2021-09-04' && now.days[day] !== then.days[day],
  )
  await expect.poll(() => valueOf(page, 'morning-restated')).toBe(String(restated.length))
  await strip.getByRole('link').click()
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe(at)
  await expect.poll(() => valueOf(page, 'nation-doses')).toBe(String(then.doses))
  // at seven itself the morning before is what one looks back to
  await expect.poll(() => strip.getAttribute('data-value')).toBe('2021-09-03T00:00:00.000Z')

  await page.goto(`${station.url}/province/${HA_NOI}`)
  await strip.getByTestId('morning-doses').waitFor()
  await expect
    .poll(() => valueOf(page, 'morning-doses'))
    .toBe(String(now.units[HA_NOI]!.doses - then.units[HA_NOI]!.doses))
  await page.close()
}, 60_000)
