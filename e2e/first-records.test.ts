import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EmptyStore, openEmptyStore } from './empty-store.js'
import { post } from './events.js'

/** A real campaign of which only what one province reported has come: nothing on wall or desk says more, or less. */
let store: EmptyStore

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
  store = await openEmptyStore()
  const { station, wall } = store
  await post(station, [tally], 'portal.key')
  await station.counted(30_000)
  await wall.getByText('12.345').first().waitFor()
}, 240_000)
afterAll(() => store?.stop())

const scene = (name: string) => store.wall.locator(`main.scene[data-scene="${name}"]`)

it.each([
  ['2', 'map', 'Chưa đơn vị nào có mũi đã nhập.'],
  ['3', 'leaders', 'Chưa đơn vị nào có mũi đã nhập.'],
  ['5', 'allocation', 'Chưa ghi nhận quyết định phân bổ hay vắc xin nào.'],
  ['6', 'aefi', 'Chưa có ca nào được báo.'],
  ['7', 'quality', 'Chưa đơn vị nào vừa có bản tin vừa có mũi đã nhập.'],
])('scene %s, %s, says what is not there yet', async (key, name, words) => {
  await store.wall.keyboard.press(key)
  await scene(name).getByText(words).waitFor()
  expect(await scene(name).getByText('Hệ thống chưa nhận bản ghi nào').count()).toBe(0)
})

it('the page of allocation says so too', async () => {
  const { station, desk } = store
  await desk.goto(`${station.url}/allocation`)
  await desk.getByTestId('empty').getByText('Chưa ghi nhận quyết định phân bổ hay vắc xin nào.').waitFor()
})
