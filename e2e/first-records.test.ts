import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './browser.js'
import { post } from './events.js'
import { startStation, type Station } from './station.js'

/** A real campaign of which only what one province reported has come: nothing on wall or desk says more, or less. */
let station: Station
let browser: Browser
let desk: Page
let wall: Page

const tally = {
  type: 'tally',
  op: 'upsert',
  source: 'portal',
  id: 'first-01',
  rev: 1,
  occurredAt: '2021-08-05T16:00:00+07:00',
  recordedAt: '2021-08-05T16:00:00+07:00',
  province: '01',
  day: '2021-08-05',
  total: 12_345,
}

beforeAll(async () => {
  station = await startStation('start')
  browser = await launchBrowser()
  desk = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  wall = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await desk.goto(station.link('enter'))
  await wall.goto(station.link('display'))
  await post(station, [tally], 'portal.key')
  await station.counted(30_000)
  await wall.getByText('12.345').first().waitFor()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

const scene = (name: string) => wall.locator(`main.scene[data-scene="${name}"]`)

it.each([
  ['2', 'map', 'Chưa đơn vị nào có mũi đã nhập.'],
  ['3', 'leaders', 'Chưa đơn vị nào có mũi đã nhập.'],
  ['5', 'allocation', 'Chưa ghi nhận quyết định phân bổ hay vắc xin nào.'],
  ['6', 'aefi', 'Chưa có ca nào được báo.'],
  ['7', 'quality', 'Chưa đơn vị nào vừa có bản tin vừa có mũi đã nhập.'],
])('scene %s, %s, says what is not there yet', async (key, name, words) => {
  await wall.keyboard.press(key)
  await scene(name).getByText(words).waitFor()
  expect(await scene(name).getByText('Hệ thống chưa nhận bản ghi nào').count()).toBe(0)
})

it('the page of allocation says so too', async () => {
  await desk.goto(`${station.url}/allocation`)
  await desk.getByTestId('empty').getByText('Chưa ghi nhận quyết định phân bổ hay vắc xin nào.').waitFor()
})
