import { AxeBuilder } from '@axe-core/playwright'
import { type Playlist, type PlaylistsState, SCENES } from '@mcc/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './browser.js'
import { startStation, type Station } from './station.js'

/** Walls follow what is edited elsewhere, and an alarm, and come back; nobody touches the screen. */
let station: Station
let browser: Browser
let admin: BrowserContext
let wall: Page
const errors: string[] = []

beforeAll(async () => {
  const days = ['--from', '2021-09-01', '--to', '2021-09-04', '--speed', 'max', '--scale', '0.002']
  station = await startStation('demo', days)
  browser = await launchBrowser()
  admin = await browser.newContext()
  const links = JSON.parse(station.secret('first-run.json')) as Record<string, string>
  await (await admin.newPage()).goto(station.url + links['administrator']!)
  await station.says('Chiến dịch đã phát hết', 120_000)
  await station.counted(60_000)
  await acknowledgeAll()
  wall = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  wall.on('pageerror', (error) => errors.push(error.message))
  await wall.goto(station.url + links['display']!)
  await wall.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

const state = async <T>(topic: string): Promise<T> =>
  ((await (await admin.request.get(`${station.url}/api/v1/topics/${topic}`)).json()) as { state: T }).state
const send = (path: string, data: unknown) =>
  admin.request.post(station.url + path, { data, headers: { origin: station.url } })

async function acknowledgeAll(): Promise<void> {
  const { alarms } = await state<{ alarms: Record<string, { ackedBy: string | null }> }>('alarms')
  for (const [id, alarm] of Object.entries(alarms))
    if (alarm.ackedBy === null) await send(`/api/v1/alarms/${encodeURIComponent(id)}/ack`, { note: '' })
}
/** The newest of them on a desk; the focus goes into the note, back when it is left, and stays with the alarm. */
async function acknowledgeByKeys(): Promise<void> {
  const desk = await admin.newPage()
  await desk.goto(station.url)
  const focused = (selector: string) =>
    expect.poll(() => desk.evaluate((s) => document.activeElement?.matches(s), selector))
  await desk.locator('.alarms li').first().getByRole('button').press('Enter')
  await focused('.ack input').toBe(true)
  await desk.keyboard.press('Escape')
  await focused('.alarms li .button').toBe(true)
  await desk.keyboard.press('Enter')
  await desk.keyboard.type('đã gọi cho Hà Nội')
  await desk.keyboard.press('Enter')
  const said = () => desk.evaluate(() => document.activeElement?.textContent)
  await expect.poll(said).toMatch(/tử vong sau tiêm.* đã tiếp nhận lúc [\d:]{5} [\d/]{10}/)
  await focused('.alarms li').toBe(true)
  await desk.close()
}
async function change(edit: (main: Playlist) => Playlist): Promise<void> {
  const { version, playlists } = await state<PlaylistsState>('playlists')
  const answer = await send('/api/v1/playlists', { version, playlists: playlists.map(edit) })
  expect([answer.status(), await answer.text()]).toMatchObject([200, expect.any(String)])
}
const sceneShown = () => wall.locator('main.scene').getAttribute('data-scene')

it('takes another order and dwell within seconds, keeping the scene that stands', async () => {
  await expect.poll(sceneShown, { timeout: 20_000 }).toBe('nation')
  const scenes = (['aefi', 'nation', 'map'] as const).map((scene) => ({ scene, dwell: 5, shown: true }))
  await change((main) => ({ ...main, scenes }))
  await expect.poll(() => wall.locator('.strip-dots .dot').count(), { timeout: 10_000 }).toBe(3)
  expect(await sceneShown()).toBe('nation')
  const seen: (string | null)[] = []
  for (const limit = performance.now() + 20_000; seen.length < 3 && performance.now() < limit;) {
    const scene = await sceneShown()
    if (seen.at(-1) !== scene) seen.push(scene)
    await wall.waitForTimeout(100)
  }
  expect(seen).toEqual(['nation', 'map', 'aefi'])
}, 60_000)

it('obeys a remote control', async () => {
  await wall.keyboard.press(' ')
  await wall.keyboard.press('3')
  await expect.poll(sceneShown).toBe('map')
  await wall.keyboard.press('PageDown')
  await expect.poll(sceneShown).toBe('aefi')
  await wall.keyboard.press('ArrowLeft')
  await expect.poll(sceneShown).toBe('map')
})

it('makes way for a critical alarm and stands where it stood once somebody has acknowledged it', async () => {
  const [facility] = await station.sql(`SELECT id, unit FROM facility_ledger WHERE unit = '01' LIMIT 1`)
  const at = '2021-09-04T08:00:00+07:00'
  const death = {
    type: 'aefi',
    op: 'upsert',
    source: 'exercise',
    id: 'by-hand',
    rev: 1,
    exercise: true,
    occurredAt: at,
    recordedAt: at,
    person: 'by hand',
    sex: 'female',
    birthYear: 1980,
    province: '01',
    facility: facility!['id'],
    product: 'pfizer',
    lot: 'BY-HAND',
    doseNo: 1,
    vaccinatedAt: at,
    notifiedAt: at,
    reactions: ['anaphylaxis'],
    seriousness: ['death'],
    severity: 'severe',
    outcome: 'fatal',
    stage: 'notified',
  }
  const headers = {
    authorization: `Bearer ${station.secret('exercise.key')}`,
    'content-type': 'application/x-ndjson',
  }
  const body = JSON.stringify(death)
  const answer = await fetch(`${station.gateway}/v1/events`, { method: 'POST', headers, body })
  expect([answer.status, await answer.json()]).toMatchObject([202, { accepted: 1 }])
  await expect.poll(sceneShown, { timeout: 15_000 }).toBe('alarms')
  await acknowledgeByKeys()
  await expect.poll(sceneShown, { timeout: 10_000 }).toBe('map')
}, 60_000)

it('follows what an administrator saves on the page, who is told what is wrong before', async () => {
  const page = await admin.newPage()
  await page.goto(`${station.url}/walls`)
  const dwell = page.getByLabel('Phản ứng sau tiêm: Giây')
  await dwell.fill('2')
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toContain('main, Phản ứng sau tiêm: giây từ 5')
  expect(await page.getByRole('button', { name: 'Lưu và áp dụng' }).isDisabled()).toBe(true)
  await dwell.fill('30')
  await page.getByLabel('Bản đồ: Hiện').uncheck()
  await page.getByRole('button', { name: 'Lưu và áp dụng' }).click()
  await expect
    .poll(() => page.locator('.playlist-editor [role=status]').textContent())
    .toContain('Đã lưu bản 3')
  await expect.poll(() => wall.locator('.strip-dots .dot').count(), { timeout: 10_000 }).toBe(2)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((v) => [v.id, v.nodes.map((n) => n.target.join(' '))])).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(sideways).toBe(0)
  await page.close()
}, 60_000)

it('draws each scene from what the server gives a wall that shows that scene alone', async () => {
  for (const scene of SCENES) {
    await change((main) => ({ ...main, scenes: [{ scene, dwell: 600, shown: true }] }))
    const drawn = wall.locator(`main[data-scene=${scene}]`)
    await drawn.locator('h1, .nation').first().waitFor({ timeout: 10_000 })
    await expect.poll(() => drawn.textContent(), { timeout: 10_000 }).not.toContain('Đang tải')
  }
}, 120_000)

it('was never loaded again and met no error', async () => {
  expect(await wall.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
  expect(errors).toEqual([])
})
