import { SCENES } from '@mcc/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Exercise, playExercise } from './exercise.js'
import { walkByTab } from './tab-stops.js'
import { DESKS, show, type View } from './views.js'

/** Everything by keyboard alone. */
let exercise: Exercise
const pages = new Map<View['as'], Page>()

beforeAll(async () => {
  exercise = await playExercise('2021-09-01', '2021-09-06', 0.002)
  for (const as of ['analyst', 'administrator', 'display'] as const)
    pages.set(as, await (await exercise.enter(as)).newPage())
}, 300_000)
afterAll(() => exercise?.stop())

async function open(view: View, height = 900): Promise<Page> {
  const page = pages.get(view.as)!
  await page.setViewportSize({ width: 1440, height })
  await show(page, exercise.station.url, view)
  return page
}
const desk = (name: string) => DESKS.find((view) => view.name === name)!
/** Presses Tab until the focus stands on what `selector` names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${selector}`)
}
const focused = (page: Page, selector: string) =>
  expect.poll(() => page.evaluate((s) => document.activeElement?.matches(s), selector))

it.each(DESKS)(
  '$name: Tab reaches every control in the order of reading, and is seen there',
  async (view) => {
    const page = await open(view)
    const { controls, order, unseen } = await walkByTab(page)
    expect(controls.length).toBeGreaterThan(1)
    expect(controls.filter((_, i) => !order.includes(i))).toEqual([])
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(unseen).toEqual([])
  },
  60_000,
)

it.each(DESKS.filter(({ path }) => path !== '/sign-in' && path !== '/design'))(
  '$name: the first Tab offers the way past the head',
  async (view) => {
    const page = await open({ ...view, open: undefined })
    await page.keyboard.press('Tab')
    await focused(page, '.skip').toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await focused(page, 'main *').toBe(true)
  },
)

it('the page that a link leads to has its name, and the focus stands at its contents', async () => {
  const page = await open(desk('national'))
  for (const [path, title] of [
    ['/quality', 'Chất lượng số liệu · MCC'],
    ['/aefi', 'Phản ứng sau tiêm · MCC'],
  ]) {
    await tabTo(page, `.desk-places a[href="${path}"]`)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.title()).toBe(title)
    await focused(page, '#contents').toBe(true)
  }
})

it('a case opens over the list, holds the focus, and gives it back on Escape', async () => {
  const page = await open(desk('aefi'))
  await tabTo(page, 'a[data-case]')
  await page.keyboard.press('Enter')
  await page.locator('dialog:modal').waitFor()
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press('Tab')
    await focused(page, 'dialog *, body').toBe(true)
  }
  await page.keyboard.press('Escape')
  await focused(page, 'a[data-case]').toBe(true)
  expect(await page.locator('dialog:modal').count()).toBe(0)
})

it('a menu of files opens by Enter, is walked by arrows, and closes on Escape', async () => {
  const page = await open(desk('national'))
  await tabTo(page, '.drop > button')
  await page.keyboard.press('Enter')
  await focused(page, '.drop-panel button').toBe(true)
  const first = await page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first)
  await page.keyboard.press('Escape')
  await focused(page, '.drop > button').toBe(true)
  expect(await page.locator('.drop-panel').count()).toBe(0)
})

it('a wall turns to every scene by its digit, and by arrows all the way round', async () => {
  const page = await open({ name: 'wall', path: '/wall/main?hold=yes', as: 'display' }, 810)
  const shown = () => page.locator('main.scene').getAttribute('data-scene')
  for (const [i, scene] of SCENES.entries()) {
    await page.keyboard.press(String(i + 1))
    await expect.poll(shown).toBe(scene)
  }
  for (const scene of SCENES) {
    await page.keyboard.press('ArrowRight')
    await expect.poll(shown).toBe(scene)
  }
  await page.keyboard.press('ArrowLeft')
  await expect.poll(shown).toBe(SCENES.at(-2))
  await page.keyboard.press(' ')
  await expect.poll(() => page.locator('.strip-paused').count()).toBe(0)
})
