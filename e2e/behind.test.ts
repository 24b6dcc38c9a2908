import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectionOf } from './browser.js'
import { postFacility } from './events.js'
import { type Exercise, playExercise } from './exercise.js'
import { show } from './views.js'

/**
 * The line lives and every part is up, yet a table of the store takes nothing and gives nothing: the figures are old
 * and the wall says so, until the store serves again.
 */
let exercise: Exercise
let wall: Page

beforeAll(async () => {
  exercise = await playExercise('2021-09-01', '2021-09-03', 0.002)
  wall = await (await exercise.enter('display')).newPage()
  const path = '/wall/main?hold=yes&scene=7'
  await show(wall, exercise.station.url, { name: 'quality', path, as: 'display' })
}, 300_000)
afterAll(() => exercise?.stop())

it('figures that stand still while records wait are never called live', async () => {
  const { station } = exercise
  await expect.poll(() => connectionOf(wall), { timeout: 30_000 }).toBe('live')
  await station.sql('RENAME TABLE accounting TO accounting_away')
  await postFacility(station)
  await expect.poll(() => connectionOf(wall), { timeout: 60_000 }).toBe('stale')
  expect(await wall.locator('.band').textContent()).toMatch(/^SỐ LIỆU CŨ — lúc \d\d:\d\d 03\/09$/)
  const held = wall.locator('.wall-pairs [data-kind="stale"]')
  expect(await held.textContent()).toMatch(/^0lúc \d\d:\d\d$/)
  await station.sql('RENAME TABLE accounting_away TO accounting')
  await expect.poll(() => connectionOf(wall), { timeout: 60_000 }).toBe('live')
  await expect.poll(() => held.count(), { timeout: 20_000 }).toBe(0)
}, 200_000)
