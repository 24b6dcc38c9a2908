import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Exercise, playExercise } from './exercise.js'
import { lookOf } from './looks/compare.js'
import { show, type View } from './views.js'

/**
 * The design system in every state and the main views look as they did when their pictures were taken (`npm run looks`
 * takes them anew). The gallery's figures and clock stand still by themselves; the exercise is the same each time.
 */
let exercise: Exercise
const pages = new Map<View['as'], Page>()

beforeAll(async () => {
  exercise = await playExercise('2021-09-01', '2021-09-06', 0.002)
  for (const as of ['analyst', 'display'] as const) {
    const page = await (await exercise.enter(as)).newPage()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    pages.set(as, page)
  }
}, 300_000)
afterAll(() => exercise?.stop())

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const wall = { width: 1920, height: 1080 }

/** What no two runs share: the time of day, how old the data is, which alarms had come when, what was known at seven. */
const RESTLESS = `
  .clock, .data-age { display: none !important; }
  .strip-alarms, .desk-alarms { visibility: hidden !important; }
  .desk-alarms { height: 60px; overflow: hidden; }
  .morning { height: 110px !important; overflow: hidden !important; visibility: hidden !important; }
`

/** The gallery shows frames of its own; the exercise's around it would lie on them. */
const UNFRAMED = `
  #root > [data-testid='exercise-mark'] > .exercise::after, #root > [data-testid='exercise-mark'] > .exercise > aside { display: none !important; }
`

const analyst = (name: string, path: string): View => ({ name, path, as: 'analyst' })
const display = (name: string, path: string): View => ({ name, path, as: 'display' })
const LOOKS = [
  [analyst('gallery-light', '/design?theme=light'), desk, true],
  [analyst('gallery-dark', '/design?theme=dark'), desk, true],
  [analyst('gallery-wall', '/design?look=wall&theme=dark'), wall, true],
  [analyst('national', '/?theme=light'), desk, false],
  [analyst('national-phone', '/?theme=light'), phone, false],
  [analyst('province', '/province/48?theme=dark'), desk, false],
  [analyst('aefi', '/aefi?theme=light'), desk, false],
  [analyst('allocation', '/allocation?theme=dark'), desk, false],
  [display('wall-nation', '/wall/main?hold=yes&scene=1'), wall, false],
  [display('wall-map', '/wall/main?hold=yes&scene=2'), wall, false],
  [display('wall-leaders', '/wall/main?hold=yes&scene=3'), wall, false],
  [display('wall-burn-up', '/wall/main?hold=yes&scene=4'), wall, false],
  [display('wall-allocation', '/wall/main?hold=yes&scene=5'), wall, false],
  [display('wall-aefi', '/wall/main?hold=yes&scene=6'), wall, false],
  [display('wall-past', '/wall/main?hold=yes&scene=1&at=2021-09-03T16:00%2B07:00'), wall, false],
] as const

/** Looks until three looks in a row, half a second apart, are alike: code, map and charts that come late are waited for. */
async function still(look: () => Promise<Buffer>): Promise<Buffer> {
  let shot = await look()
  for (let tries = 0, alike = 1; tries < 12 && alike < 3; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const again = await look()
    alike = shot.equals(again) ? alike + 1 : 1
    shot = again
  }
  return shot
}

/** What can hide a view that is there: said with a picture that differs. */
const shownOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const main = document.querySelector('main')
    const moving = document.getAnimations().map((a) => `${a.playState} at ${String(a.currentTime)}`)
    return `opacity ${main ? getComputedStyle(main).opacity : '?'}, ${main?.textContent.length ?? 0} letters, ${moving.join(', ')}`
  })

it.each(LOOKS.map((look) => [look[0].name, ...look] as const))('%s', async (name, view, size, whole) => {
  const page = pages.get(view.as)!
  await page.setViewportSize(size)
  await show(page, exercise.station.url, view)
  const style = whole ? UNFRAMED : RESTLESS
  const shot = await still(() => page.screenshot({ animations: 'disabled', fullPage: whole, style }))
  expect(lookOf(name, shot), await shownOf(page)).toBeUndefined()
})
