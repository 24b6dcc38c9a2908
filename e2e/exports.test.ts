import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './browser.js'
import { startStation, type Station } from './station.js'

/** What a person saves from a page is what the page shows. */
let station: Station
let browser: Browser
let analyst: Page
let director: Page

beforeAll(async () => {
  const days = ['--from', '2021-09-01', '--to', '2021-09-05', '--speed', 'max', '--scale', '0.002']
  station = await startStation('demo', days)
  browser = await launchBrowser()
  await station.says('Chiến dịch đã phát hết', 120_000)
  await station.counted(60_000)
  const enter = async (link: string) => {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    await page.goto(link)
    await page.getByTestId('nation-doses').first().waitFor()
    return page
  }
  analyst = await enter(station.link('analyst'))
  director = await enter(station.link('director'))
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

const tile = (page: Page, name: string | RegExp) => page.getByRole('region', { name, exact: true })

/** Saves from the first menu inside the part of the page called `name`; resolves with the file's name and bytes. */
async function saved(
  page: Page,
  name: string | RegExp,
  as: string,
): Promise<{ name: string; bytes: Buffer }> {
  await tile(page, name).getByRole('button', { name: 'Tải về' }).first().click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: as }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}
async function csv(page: Page, name: string | RegExp): Promise<Record<string, string>[]> {
  const file = await saved(page, name, 'Bảng CSV')
  expect(file.name).toMatch(/^DIEN-TAP-1-500_[a-z0-9-]+_2021-09-\d\dT\d{4}Z\.csv$/)
  const rows = parse(file.bytes, { bom: true, columns: true }) as unknown as Record<string, string>[]
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row['dien_tap']).toBe('DIỄN TẬP 1:500')
  return rows
}
/** Cells of the first row of a table that the page shows, dots of thousands left away. */
const firstRow = async (page: Page, name: string | RegExp): Promise<string[]> => {
  const row = tile(page, name).locator('tbody tr').first()
  await row.waitFor()
  return (await row.locator('th, td').allTextContents()).map((text) => text.replaceAll('.', '').trim())
}
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

it('the national desk: provinces, vaccine, rates, and the map as a picture', async () => {
  await analyst.goto(station.url)
  const shown = await firstRow(analyst, 'Các tỉnh, thành phố')
  const [province] = await csv(analyst, 'Các tỉnh, thành phố')
  expect([province!['don_vi'], province!['doses']]).toEqual([shown[0]!.replace('TP ', 'TP. '), shown[1]])
  const vaccine = await firstRow(analyst, /^Vắc xin theo loại/)
  const [product] = await csv(analyst, /^Vắc xin theo loại/)
  expect([product!['vac_xin'], product!['received'], product!['given'], product!['left']]).toEqual([
    vaccine[0],
    ...vaccine.slice(2),
  ])
  const rates = await firstRow(analyst, 'Phản ứng sau tiêm')
  expect((await csv(analyst, 'Phản ứng sau tiêm'))[0]!['cases']).toBe(rates[1])
  await analyst.getByRole('button', { name: 'Tải về' }).first().click()
  const [download] = await Promise.all([
    analyst.waitForEvent('download'),
    analyst.getByRole('button', { name: 'Hình PNG' }).click(),
  ])
  expect(readFileSync(await download.path()).subarray(0, 4)).toEqual(PNG)
}, 90_000)

it('a province: districts, series, facilities, and a workbook', async () => {
  await director.goto(`${station.url}/province/01?sort=name&q=ba`)
  const district = await firstRow(director, 'Quận, huyện')
  const [saidDistrict] = await csv(director, 'Quận, huyện')
  expect([saidDistrict!['don_vi'], saidDistrict!['doses']]).toEqual(district.slice(0, 2))
  const facilities = await csv(director, 'Điểm tiêm')
  const facility = await firstRow(director, 'Điểm tiêm')
  expect(facility[0]).toContain(facilities[0]!['name']!.replaceAll('.', ''))
  expect(facilities[0]!['doses']).toBe(facility[1])
  const all = await tile(director, 'Điểm tiêm').getByRole('status').textContent()
  expect(all).toContain(`trong ${facilities.length} điểm tiêm`)
  const days = await csv(director, /^Mũi tiêm mỗi ngày/)
  await tile(director, /^Mũi tiêm mỗi ngày/)
    .getByRole('button', { name: 'Xem dạng bảng' })
    .click()
  const day = await firstRow(director, /^Mũi tiêm mỗi ngày/)
  expect([days[0]!['doses'], days[0]!['cumulative']]).toEqual([day[1], day[3]])
  const book = await saved(director, /^Vắc xin theo loại/, 'Bảng Excel')
  expect(book.name).toMatch(/_vac-xin-01_.*\.xlsx$/)
  const about = await readSheet(book.bytes, 1)
  expect(about.flat()).toContain('DIỄN TẬP 1:500')
  const shown = await firstRow(director, /^Vắc xin theo loại/)
  const [heads, first] = await readSheet(book.bytes, 2)
  const [name, received] = ['Vắc xin', 'Đã nhận'].map((head) => first?.[heads!.indexOf(head)])
  expect([name, String(received)]).toEqual([shown[0], shown[2]])
}, 90_000)

it('adverse events: rates, days, and the cases as sorted and filtered, put on record', async () => {
  await analyst.goto(`${station.url}/aefi?sort=unit&dir=desc`)
  const shown = await firstRow(analyst, 'Từng ca')
  const cases = await csv(analyst, 'Từng ca')
  expect(cases[0]!['don_vi']!.replaceAll('.', '')).toBe(shown[2])
  expect(shown[0]).toContain(cases[0]!['reactions']!.split('; ')[0])
  const names = cases.map((row) => row['don_vi']!)
  expect(names).toEqual(names.toSorted((a, b) => new Intl.Collator('vi').compare(b, a)))
  const rates = await firstRow(analyst, /^Tỷ lệ báo theo vắc xin/)
  expect((await csv(analyst, /^Tỷ lệ báo theo vắc xin/))[0]!['doses']).toBe(rates[1])
  const picture = await saved(analyst, 'Ca báo mỗi ngày', 'Hình PNG')
  expect(picture.bytes.subarray(0, 4)).toEqual(PNG)
  await tile(analyst, 'Từng ca').locator('a[data-case]').first().click()
  const dialog = analyst.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Tải về' }).click()
  const [download] = await Promise.all([
    analyst.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Bảng CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toContain('ca-phan-ung-')
  expect(readFileSync(await download.path(), 'utf8')).toContain(cases[0]!['case'])
  const audit = readFileSync(`${station.data}/audit/${new Date().toISOString().slice(0, 7)}.ndjson`, 'utf8')
  const exported = audit.split('\n').filter((line) => line.includes('"purpose":"export"'))
  expect(exported.filter((line) => line.includes('"analyst"'))).toHaveLength(2)
}, 90_000)

it('allocation: products, units and decisions', async () => {
  await analyst.goto(`${station.url}/allocation`)
  const tables = [
    ['Theo loại vắc xin', 'allocated', 1],
    ['Theo tỉnh, thành phố', 'allocated', 1],
    ['Quyết định phân bổ', 'doses', 3],
  ] as const
  for (const [name, column, place] of tables) {
    const shown = await firstRow(analyst, name)
    expect((await csv(analyst, name))[0]![column]).toBe(shown[place])
  }
}, 60_000)

it('a file of the past says so in its name and in every row', async () => {
  await analyst.goto(`${station.url}/allocation?at=2021-09-03T23:00+07:00`)
  const shown = await firstRow(analyst, 'Theo loại vắc xin')
  const file = await saved(analyst, 'Theo loại vắc xin', 'Bảng CSV')
  expect(file.name).toContain('QUA-KHU_phan-bo-theo-vac-xin_2021-09-03T1600Z')
  const [row] = parse(file.bytes, { bom: true, columns: true }) as unknown as Record<string, string>[]
  expect([row!['allocated'], row!['thoi_diem']]).toEqual([shown[1], '2021-09-03T16:00:00.000Z'])
}, 60_000)
