import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './browser.js'
import { type Exercise, playExercise } from './exercise.js'
import { beyondEdge } from './text-runs.js'
import { DESKS, DESK_SIZES, show, type View, WALL_SIZES, WALLS } from './views.js'

/**
 * What a person with other senses meets: every page without a finding of axe, none that scrolls sideways, and none that
 * moves for those who asked for stillness.
 */
let exercise: Exercise
const pages = new Map<View['as'], Page>()

beforeAll(async () => {
  exercise = await playExercise('2021-09-01', '2021-09-05', 0.002)
  for (const as of ['analyst', 'administrator', 'display'] as const)
    pages.set(as, await (await exercise.enter(as)).newPage())
}, 300_000)
afterAll(() => exercise?.stop())

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)
}

// what axe finds of colours hangs on the theme, what it finds of names on the language: each is met on each page
const LOOKS = [
  [DESK_SIZES[0], { theme: 'light', lang: 'vi' }],
  [DESK_SIZES[1], { theme: 'dark', lang: 'en' }],
] as const

/** Pages in states that they come to by their address. */
const STATES: readonly View[] = [
  { name: 'a replay', path: '/?replay=2021-09-02T07:00%2B07:00&speed=1h', as: 'analyst' },
  { name: 'a moment', path: '/aefi?at=2021-09-02T07:00%2B07:00', as: 'analyst' },
  { name: 'the cases, sorted', path: '/aefi?sort=stage', as: 'analyst' },
]

/** In the light, in Vietnamese and at both sizes the pages of administration are held against axe in their own test. */
const looksAt = ({ path }: View) => (path.startsWith('/admin') ? LOOKS.slice(1) : LOOKS)

it.each([...DESKS, ...STATES])(
  'desk: $name',
  async (view) => {
    const page = pages.get(view.as)!
    for (const [size, query] of looksAt(view)) {
      await page.setViewportSize(size)
      await show(page, exercise.station.url, view, query)
      expect.soft(await beyondEdge(page), query.lang).toEqual([])
      expect.soft(await findings(page), query.theme).toEqual([])
    }
  },
  120_000,
)

it.each(WALLS.map((view, i) => ({ ...view, lang: i % 2 === 0 ? 'vi' : 'en' })))(
  'wall: $name in $lang',
  async ({ lang, ...view }) => {
    const page = pages.get(view.as)!
    await page.setViewportSize(WALL_SIZES[0]!)
    await show(page, exercise.station.url, view, { lang })
    expect(await findings(page)).toEqual([])
  },
  60_000,
)

it('nothing moves for those who asked for stillness', async () => {
  const page = pages.get('display')!
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.addInitScript(() => {
    const moves: string[] = []
    Object.assign(globalThis, { moves })
    const watch = () => {
      for (const animation of document.getAnimations()) {
        const { duration, iterations } = animation.effect?.getComputedTiming() ?? {}
        if (Number(duration) * Math.min(Number(iterations), 1) > 1)
          moves.push(JSON.stringify(animation.effect?.getComputedTiming()))
      }
      requestAnimationFrame(watch)
    }
    requestAnimationFrame(watch)
  })
  await show(page, exercise.station.url, { name: 'wall', path: '/wall/main?hold=yes', as: 'display' })
  for (const key of '2345678') {
    await page.keyboard.press(key)
    await page.waitForTimeout(300)
  }
  expect(await page.evaluate(() => (globalThis as unknown as { moves: string[] }).moves)).toEqual([])
  await page.emulateMedia({ reducedMotion: null })
}, 60_000)

it('on a phone the time bar is one line, and unfolds by key to every hand of a replay', async () => {
  const page = await pages.get('analyst')!.context().newPage()
  await page.setViewportSize({ width: 390, height: 844 })
  const bar = page.getByTestId('time-bar')
  const height = async () => (await bar.boundingBox())?.height ?? 0
  for (const path of ['/', '/?at=2021-09-02T07:00%2B07:00', '/?replay=2021-09-02T07:00%2B07:00&speed=1h']) {
    await page.goto(exercise.station.url + path)
    await bar.getByRole('button', { name: 'Xem lúc khác' }).waitFor()
    await expect.poll(height, { timeout: 20_000 }).toBeLessThan(48)
  }
  await bar.getByRole('button', { name: 'Xem lúc khác' }).press('Enter')
  for (const name of ['Lùi một bước', 'Tạm dừng', 'Tiến một bước', 'Chép liên kết'])
    await bar.getByRole('button', { name }).waitFor()
  await bar.getByRole('slider').waitFor()
  const { violations } = await new AxeBuilder({ page }).include('[data-testid="time-bar"]').analyze()
  expect(violations.map((v) => v.id)).toEqual([])
  await page.close()
}, 60_000)

it('keeps its words while those of the other language are still on their way', async () => {
  const page = await pages.get('analyst')!.context().newPage()
  let come = () => undefined as void
  const awaited = new Promise<void>((resolve) => (come = resolve))
  await page.route(/assets\/en-.*\.js/, async (route) => {
    await awaited
    await route.continue()
  })
  await page.goto(exercise.station.url)
  await page.getByTestId('nation-doses').first().waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  await expect.poll(() => page.url()).toContain('lang=en')
  await page.waitForTimeout(500)
  expect(await page.getByTestId('nation-doses').first().isVisible()).toBe(true)
  expect(await page.locator('html').getAttribute('lang')).toBe('vi')
  come()
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await page.close()
}, 60_000)

it('the desk shows figures, not only frames', async () => {
  const page = pages.get('analyst')!
  await page.goto(exercise.station.url)
  await expect.poll(() => valueOf(page, 'nation-doses'), { timeout: 20_000 }).toMatch(/^[1-9]\d*$/)
})
