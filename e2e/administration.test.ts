import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './browser.js'
import { startStation, type Station } from './station.js'

/** A real, empty store administered from its page alone, as on its first day. */
let station: Station
let browser: Browser
let admin: BrowserContext
let page: Page
const errors: string[] = []

beforeAll(async () => {
  station = await startStation('start')
  browser = await launchBrowser()
  admin = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  page = await admin.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(station.link('enter'))
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

const part = (name: string) => page.goto(`${station.url}/admin/${name}`)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })
const said = () => page.locator('.admin-said').textContent()
const DAY_MS = 86_400_000
const named = async () => (await page.getByRole('rowheader').allTextContents()).map((name) => name.trim())

/** What the dialog shows once; the dialog is closed afterwards. */
async function secretOf(): Promise<string> {
  const secret = await page.getByTestId('secret').inputValue()
  await inDialog('Tôi đã lưu, đóng lại').click()
  return secret
}

/** Presses Tab until the focus is on what is called `name`. */
async function tabTo(name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const at = document.activeElement
      return at?.getAttribute('aria-label') ?? at?.closest('label')?.textContent ?? at?.textContent ?? ''
    })
    if (here.startsWith(name)) return
  }
  throw new Error(`Tab does not reach «${name}»`)
}

it.each(['/', '/aefi', '/allocation'])(
  'on the first day %s says that nothing has come yet, not unknowns',
  async (path) => {
    await page.goto(station.url + path)
    await page.getByTestId('empty').getByText('Chưa có dữ liệu').waitFor()
  },
)

it('makes an account whose link lets a person in once, within a province, until it is revoked', async () => {
  await part('accounts')
  await button('Thêm tài khoản').click()
  await page.getByLabel('Tên tài khoản').fill('lan')
  await page.getByLabel('Phạm vi').selectOption('46')
  await inDialog('Tạo').click()
  const link = await secretOf()
  await expect.poll(said).toBe('Đã tạo tài khoản lan.')

  const lan = await browser.newContext()
  const desk = await lan.newPage()
  await desk.goto(link)
  await desk.getByRole('link', { name: 'Tỉnh của tôi' }).waitFor()
  expect(await desk.getByRole('link', { name: 'Quản trị' }).count()).toBe(0)
  const status = async (path: string) => (await lan.request.get(station.url + path)).status()
  expect(await status('/api/v1/aefi/cases?province=46')).toBe(200)
  expect(await status('/api/v1/aefi/cases?province=01')).toBe(403)
  expect(await status('/api/v1/accounts')).toBe(403)

  // the same link again is worth nothing, and a person is told so
  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  expect(await other.getByRole('alert').first().textContent()).toContain('Đường dẫn này đã dùng')

  await button('Thu hồi tài khoản lan').click()
  await inDialog('Thu hồi').click()
  await expect.poll(said).toBe('Đã thu hồi tài khoản lan.')
  await expect.poll(() => named()).toEqual(['admin (bạn)'])
  expect(await status('/api/v1/me')).toBe(200)
  expect(await status('/api/v1/provinces')).toBe(401)
  await desk.reload()
  await desk.waitForURL(/\/sign-in/)
  await button('Thu hồi tài khoản admin').click()
  await inDialog('Thu hồi').click()
  await expect.poll(() => page.getByRole('dialog').getByRole('alert').textContent()).toContain('cuối cùng')
  await page.keyboard.press('Escape')
  await lan.close()
}, 60_000)

it('makes and revokes the link of a display by keyboard alone; the screen is cut off', async () => {
  await part('displays')
  await button('Thêm màn hình').waitFor()
  await tabTo('Thêm màn hình')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Phòng họp')
  await page.keyboard.press('Enter')
  await page.getByTestId('secret').waitFor()
  const link = await page.getByTestId('secret').inputValue()
  expect(link).toContain('/wall/main#display=')
  await tabTo('Tôi đã lưu')
  await page.keyboard.press('Enter')
  await expect.poll(() => named()).toContain('Phòng họp')

  const hall = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const wall = await hall.newPage()
  await wall.goto(link)
  await wall.locator('.strip').waitFor()

  await tabTo('Thu hồi đường dẫn của Phòng họp')
  await page.keyboard.press('Enter')
  await tabTo('Thu hồi')
  await page.keyboard.press('Enter')
  await expect.poll(said).toBe('Đã thu hồi đường dẫn của Phòng họp.')
  // the button is gone with its row: the focus is on what was said
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('admin-said')
  expect((await hall.request.get(`${station.url}/api/v1/topics/nation`)).status()).toBe(401)
  await hall.close()
}, 60_000)

it('tells administrators on every desk of a display link that ends within 14 days, and never the wall', async () => {
  const path = join(station.data, 'secrets', 'displays.json')
  const endsIn = (days: number): void => {
    const file = JSON.parse(readFileSync(path, 'utf8')) as { displays: { expiresAt: number }[] }
    for (const display of file.displays) display.expiresAt = Date.now() + days * DAY_MS
    writeFileSync(path, JSON.stringify(file))
  }
  const notice = page.getByTestId('displays-due')
  endsIn(15)
  await page.goto(`${station.url}/allocation`)
  await page.getByRole('link', { name: 'Quản trị' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await notice.count()).toBe(0)
  endsIn(13)
  await page.reload()
  await notice.waitFor()
  const wall = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
  await wall.goto(station.link('display'))
  await wall.locator('.strip').waitFor()
  expect(await wall.textContent('body')).not.toMatch(/hết hạn/)
  await notice.click()
  await page.getByTestId('displays-notice').waitFor()
  await expect.poll(() => page.getByRole('table').textContent()).toContain('còn 12 ngày')
  endsIn(80)
}, 60_000)

it('gives a source a key that the gateway takes, another beside it, and refuses the one that is revoked', async () => {
  const facility = {
    type: 'facility',
    op: 'upsert',
    source: 'so-y-te-hue',
    id: '46-0001',
    rev: 1,
    occurredAt: '2026-11-20T08:00:00+07:00',
    recordedAt: '2026-11-20T08:00:00+07:00',
    name: 'Trạm y tế phường Thuận Hòa',
    province: '46',
    district: '474',
    kind: 'commune-station',
    lat: 16.47,
    lon: 107.57,
    capacityPerDay: 200,
    open: true,
  }
  const send = async (key: string): Promise<number> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }
    const body = JSON.stringify(facility)
    return (await fetch(`${station.gateway}/v1/events`, { method: 'POST', headers, body })).status
  }
  await part('keys')
  await button('Thêm nguồn').click()
  await page.getByRole('textbox', { name: 'Nguồn', exact: true }).fill('so-y-te-hue')
  await inDialog('Tạo khóa').click()
  const first = await secretOf()
  await expect.poll(() => send(first), { timeout: 20_000 }).toBe(202)
  await button('Đổi khóa của so-y-te-hue').click()
  await inDialog('Tạo khóa').click()
  const second = await secretOf()
  await expect.poll(() => send(second), { timeout: 20_000 }).toBe(202)
  expect(await send(first)).toBe(202)
  // the newest stands first
  await button(/^Thu hồi khóa [0-9a-f]{12} của so-y-te-hue$/)
    .last()
    .click()
  await inDialog('Thu hồi').click()
  await expect.poll(() => send(first), { timeout: 20_000 }).toBe(401)
  expect(await send(second)).toBe(202)
  expect(await page.textContent('main')).not.toContain(second)
}, 60_000)

it('has it all in the audit, which is filtered, saved as CSV, and checked for alterations', async () => {
  await part('audit')
  await page.getByTestId('chain').waitFor()
  expect(await page.getByTestId('chain').getAttribute('data-state')).toBe('whole')
  const acts = async () => (await page.locator('.rows-table tbody tr').allTextContents()).join('\n')
  for (const act of [
    'Thêm tài khoản',
    'Thu hồi tài khoản',
    'Xem danh sách ca phản ứng',
    'bị từ chối',
    'Thêm đường dẫn màn hình',
    'Thu hồi đường dẫn màn hình',
    'Tạo khóa cho nguồn',
    'Thu hồi khóa của nguồn',
  ])
    expect(await acts()).toContain(act)
  await page.getByLabel('Người').selectOption('lan')
  await expect.poll(acts).not.toContain('admin')
  await page.getByRole('button', { name: 'Bỏ lọc' }).click()
  await page.getByLabel('Việc').selectOption({ label: 'Tạo khóa cho nguồn' })
  await expect.poll(() => page.locator('.rows-table tbody tr').count()).toBe(2)
  await page.getByLabel('từ ngày').fill('1/1/2020')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByLabel('từ ngày').inputValue()).toBe('01/01/2020')
  expect(await page.evaluate(() => document.activeElement?.matches('.word-day'))).toBe(true)
  await page.getByLabel('đến ngày').fill('31/12/2020')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.textContent('main')).toContain('Không có dòng nhật ký nào khớp')
  await page.getByRole('button', { name: 'Bỏ lọc' }).click()
  await expect.poll(acts).toContain('Thêm tài khoản')

  await button('Tải về').click()
  const [download] = await Promise.all([page.waitForEvent('download'), button('Bảng CSV').click()])
  expect(download.suggestedFilename()).toMatch(/^nhat-ky_.*\.csv$/)
  const csv = readFileSync(await download.path(), 'utf8')
  expect(csv.startsWith('\ufeffso_thu_tu,luc,nguoi,')).toBe(true)
  expect(csv).toContain('Thu hồi khóa của nguồn,delete /api/v1/sources/:name/keys/:id')

  const directory = join(station.data, 'audit')
  const file = join(directory, readdirSync(directory)[0]!)
  const whole = readFileSync(file, 'utf8')
  writeFileSync(file, whole.replace('"lan"', '"minh"'))
  await page.reload()
  await page.getByTestId('chain').waitFor()
  expect(await page.getByTestId('chain').textContent()).toContain('bị đứt ở dòng thứ 1')
  writeFileSync(file, whole)
}, 60_000)

it('says that the server does not answer, and fills the list once it does', async () => {
  const accounts = '**/api/v1/accounts'
  await page.route(accounts, (route) => route.abort())
  await part('accounts')
  await expect.poll(() => page.getByRole('alert').first().textContent()).toContain('Máy chủ không trả lời')
  await page.unroute(accounts)
  await button('Thử lại').click()
  await expect.poll(named).toEqual(['admin (bạn)'])
}, 60_000)

const views = ['accounts', 'displays', 'keys', 'audit', 'verification'].flatMap((name) =>
  ([1440, 390] as const).map((width) => [name, width] as const),
)
it.each(views)(
  '%s at %i has no finding of axe and does not scroll sideways',
  async (name, width) => {
    await page.setViewportSize({ width, height: 900 })
    await part(name)
    await page.waitForLoadState('networkidle')
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((v) => [v.id, v.nodes.map((n) => n.target.join(' '))])).toEqual([])
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(sideways).toBe(0)
    }
    await check()
    const opener = page.locator('main .button-main').first()
    if ((await opener.count()) === 0) return
    await opener.click()
    await page.getByRole('dialog').waitFor()
    await check()
  },
  60_000,
)

it('leads whoever signs in to the page that was asked for, at its moment, and never out of the house', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await part('accounts')
  await button('Thêm tài khoản').click()
  await page.getByLabel('Tên tài khoản').fill('minh')
  await page.getByLabel('Vai trò').selectOption('committee')
  await page.getByLabel('Mật khẩu: máy đặt sẵn').check()
  await inDialog('Tạo').click()
  const password = await secretOf()
  const context = await browser.newContext()
  const visitor = await context.newPage()
  // a slow line: the code of the way in comes when the page that was asked for has long stood there
  await visitor.route(/assets\/sign-in-page-.*\.js/, async (route) => {
    await visitor.waitForTimeout(1_000)
    await route.continue()
  })
  const signIn = async (path: string): Promise<URL> => {
    await context.clearCookies()
    await visitor.goto(station.url + path)
    await visitor.locator('[name=name]').fill('minh')
    await visitor.locator('[name=password]').fill(password)
    await visitor.locator('[type=submit]').click()
    await visitor.getByRole('button', { name: /Sign out|Đăng xuất/ }).waitFor()
    return new URL(visitor.url())
  }
  const shared = await signIn('/province/46?at=2021-09-03T23:00%2B07:00&lang=en')
  expect(shared.pathname).toBe('/province/46')
  expect(shared.searchParams.get('at')).toBe('2021-09-03T16:00:00.000Z')
  expect(shared.searchParams.get('lang')).toBe('en')
  await visitor.goBack()
  expect(visitor.url()).not.toContain('/sign-in')
  expect((await signIn('/sign-in?to=//example.org/')).href).toBe(`${station.url}/`)
  expect((await signIn('/sign-in?to=https://example.org/')).href).toBe(`${station.url}/`)
  await context.close()
}, 60_000)

it('met no error', () => {
  expect(errors).toEqual([])
})
