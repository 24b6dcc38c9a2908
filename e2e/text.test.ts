import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEFAULT_VIEWING, wallScale } from '../dashboard/src/design/viewing.js'
import { layCable } from './cable.js'
import { englishOn } from './english.js'
import { type Exercise, playExercise } from './exercise.js'
import { enlarge } from './largest.js'
import { cutOff, offScreen, overlapping, strayDots, tooSmall } from './text-faults.js'
import { beyondEdge, type Run, textRuns } from './text-runs.js'
import { type View, DESKS, DESK_SIZES, settledAfter, show, WALLS, WALL_SIZES } from './views.js'

/**
 * Every scene and every page with the longest names and the largest numbers: no letter too small for the room, none
 * cut, none on another, no page wider than its screen.
 */
let exercise: Exercise
const pages = new Map<View['as'], Page>()

beforeAll(async () => {
  exercise = await playExercise('2021-03-08', '2021-03-20', 1)
  await enlarge(exercise.station)
  for (const who of ['analyst', 'administrator', 'display'] as const)
    pages.set(who, await (await exercise.enter(who)).newPage())
}, 300_000)
afterAll(() => exercise?.stop())

/** The usual screen in pixels of either kind, and the smallest, where the letters leave the least room. */
const ROOMS = [...WALL_SIZES.map((size) => ({ size, screen: 65 })), { size: WALL_SIZES[0]!, screen: 55 }]
/** What a scene has once its figures have come. */
const DRAWN = 'main.scene :is(.figure, .wall-alarms li)'

const WALL_LOOKS = ROOMS.flatMap((room) => (['vi', 'en'] as const).map((lang) => ({ ...room, lang })))

/** Is the age of the data seen? */
const seesAge = (runs: readonly Run[]) =>
  runs.some(({ where, hidden }) => where.includes('data-age') && !hidden)

it.each(WALL_LOOKS)(
  'wall: every scene in $lang at $size.width, $screen″, and under the band of a lost line',
  { timeout: 120_000 },
  async ({ size, screen, lang }) => {
    const page = pages.get('display')!
    const cable = await layCable(exercise.station.url)
    const scenes = async (look: (name: string, runs: Run[]) => Promise<void> | void): Promise<void> => {
      for (const [i, { name }] of WALLS.entries()) {
        await settledAfter(page, () => page.keyboard.press(String(i + 1)))
        await page.locator(`main.scene[data-scene="${name}"]`).waitFor()
        await page.locator(DRAWN).first().waitFor({ state: 'attached' })
        const runs = await textRuns(page)
        expect(runs.length, name).toBeGreaterThan(10)
        expect.soft(cutOff(runs), name).toEqual([])
        expect.soft(offScreen(runs, size), name).toEqual([])
        expect.soft(overlapping(runs), name).toEqual([])
        await look(name, runs)
      }
    }
    try {
      await page.setViewportSize(size)
      await show(page, cable.url, WALLS[0]!, { screen: String(screen), lang })
      const limit = (wallScale({ ...DEFAULT_VIEWING, screen }).label / 100) * size.height
      await scenes(async (name, runs) => {
        expect.soft(seesAge(runs), name).toBe(true)
        expect.soft(tooSmall(runs, limit - 0.1), name).toEqual([])
        if (lang === 'vi') expect.soft(await englishOn(page), name).toEqual([])
      })
      cable.pull()
      await page.locator('[data-testid="connection"][data-state="lost"]').first().waitFor()
      await scenes((name, runs) => {
        expect.soft(tooSmall(runs, limit - 0.1), `${name}, lost`).toEqual([])
      })
    } finally {
      await cable.close()
    }
  },
)

it('wall: the nation and the quality of its data in the past', { timeout: 120_000 }, async () => {
  const page = pages.get('display')!
  for (const view of [WALLS[0]!, WALLS[6]!])
    for (const { size, screen, lang } of WALL_LOOKS) {
      await page.setViewportSize(size)
      const at = '2021-03-15T16:00:00+07:00'
      await show(page, exercise.station.url, view, { screen: String(screen), lang, at })
      await page.locator(DRAWN).first().waitFor({ state: 'attached' })
      const look = `${view.name}, ${lang} at ${size.width}, ${screen}″`
      const runs = await textRuns(page)
      expect.soft(cutOff(runs), look).toEqual([])
      expect.soft(offScreen(runs, size), look).toEqual([])
      expect.soft(overlapping(runs), look).toEqual([])
      expect.soft(seesAge(runs), look).toBe(true)
    }
})

/** Lines that the parts of a desk's head stand on. */
const headLines = (page: Page): Promise<number> =>
  page.locator('.desk-head > *').evaluateAll((parts) => {
    const middles = parts
      .filter((part) => part.checkVisibility())
      .map((part) => part.getBoundingClientRect())
      .map(({ top, height }) => top + height / 2)
      .toSorted((a, b) => a - b)
    return middles.filter((at, i) => i === 0 || at - middles[i - 1]! > 8).length
  })

it.each(DESKS)('desk: $name', async (view) => {
  const page = pages.get(view.as)!
  for (const size of DESK_SIZES) {
    await page.setViewportSize(size)
    await show(page, exercise.station.url, view)
    const at = `at ${size.width}`
    const runs = await textRuns(page)
    expect(runs.length, at).toBeGreaterThan(5)
    expect.soft(await beyondEdge(page), at).toEqual([])
    expect.soft(await englishOn(page), at).toEqual([])
    expect.soft(cutOff(runs), at).toEqual([])
    expect.soft(overlapping(runs), at).toEqual([])
    expect.soft(strayDots(runs), at).toEqual([])
    if (runs.some(({ where }) => where.includes('data-time'))) {
      expect.soft(await headLines(page), at).toBeLessThanOrEqual(2)
      expect.soft(seesAge(runs), at).toBe(true)
    }
  }
})
