import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Exercise, playExercise } from './exercise.js'
import { exerciseOrigin, type Feed, startFeed } from './live/feed.js'
import { begin, seen, watch } from './live/probe.js'
import { DESKS, type View, WALLS } from './views.js'

/**
 * Live means quiet: while records come in without a pause, an update is on the screen at once, nothing moves, flashes or
 * goes away, and whoever reads, scrolls, writes or chooses is not disturbed.
 */
let exercise: Exercise
let feed: Feed
const contexts = new Map<View['as'], BrowserContext>()

beforeAll(async () => {
  exercise = await playExercise('2021-09-01', '2021-09-06', 0.002)
  feed = await startFeed(exercise.station.gateway, await exerciseOrigin(exercise.station))
  for (const as of ['analyst', 'administrator', 'display'] as const)
    contexts.set(as, await exercise.enter(as, { viewport: as === 'display' ? WALL_SIZE : DESK_SIZE }))
}, 300_000)
afterAll(async () => {
  await feed?.stop().catch(() => undefined)
  await exercise?.stop()
}, 60_000)

const DESK_SIZE = { width: 1440, height: 900 }
const WALL_SIZE = { width: 1920, height: 1080 }

/** Opens a view; resolves when its first figures stand. */
async function open({ as, path }: View): Promise<Page> {
  const page = await contexts.get(as)!.newPage()
  await watch(page)
  await page.goto(exercise.station.url + path)
  await page.locator('[data-testid="connection"][data-state="live"]').first().waitFor()
  return page
}
const desk = (name: string): View => DESKS.find((view) => view.name === name)!
const median = (ms: readonly number[]): number =>
  ms.toSorted((a, b) => a - b)[Math.floor(ms.length / 2)] ?? NaN

it('an update is on the screen of the wall and of the national desk within 300 ms of its arrival', async () => {
  const pages = await Promise.all([WALLS[0]!, desk('national')].map(open))
  // the code that comes after the first figures is no update
  await pages[1]!.waitForLoadState('networkidle')
  for (const page of pages) await begin(page)
  for (const [i, page] of pages.entries()) {
    await expect.poll(async () => (await seen(page)).updates.length, { timeout: 30_000 }).toBeGreaterThan(12)
    const { updates } = await seen(page)
    console.log(`${['wall', 'desk'][i]}, ms from arrival to screen: ${updates.map(Math.round).join(' ')}`)
    expect(median(updates)).toBeLessThan(300)
    await page.close()
  }
}, 60_000)

/** The pages of the administration differ in nothing that is live. */
const LIVE_DESKS = [
  'national',
  'province-79',
  'aefi',
  'case',
  'allocation',
  'quality',
  'sources',
  'admin-keys',
]

/** The browser's measure of a page that jumps is 0.1; this is a word of a line that moves by a letter. */
const STILL = 0.001
/** The newest cases come and go as they are reported. */
const NEWEST = 'ul.cases'

it('nothing moves, flashes or goes away, on no scene and no desk', async () => {
  const views = [...WALLS, ...LIVE_DESKS.map(desk)]
  const pages = await Promise.all(views.map(open))
  for (const [i, { open: what }] of views.entries())
    if (what !== undefined) await pages[i]!.locator(what).first().click()
  await pages[0]!.waitForTimeout(4_000)
  const before = feed.doses()
  for (const page of pages) await begin(page)
  await pages[0]!.waitForTimeout(8_000)
  expect(feed.doses() - before).toBeGreaterThan(50)
  for (const [i, page] of pages.entries()) {
    const { shifts, gone, conditions } = await seen(page)
    const moved = shifts.reduce((sum, { value }) => sum + value, 0)
    const name = `${views[i]!.as} ${views[i]!.name}`
    console.log(`${name}: layout shift ${moved}`)
    expect.soft(moved, `${name}: ${JSON.stringify(shifts)}`).toBeLessThan(STILL)
    expect
      .soft(
        gone.filter((what) => !what.includes(NEWEST)),
        name,
      )
      .toEqual([])
    expect.soft(conditions, name).not.toContain('lost')
    await page.close()
  }
}, 180_000)

/**
 * Where a reader is: what stands before the eyes, marked, about to be written or chosen. How far the page is scrolled is
 * no matter: it grows with what comes in above.
 */
const standing = (page: Page) =>
  page.evaluate(() => ({
    scrolled: [...document.querySelectorAll('main *')].map((e) => e.scrollTop).filter((top) => top > 0),
    marked: getSelection()?.toString(),
    focus: document.activeElement?.outerHTML.slice(0, 80),
    // the moment on the bar goes on with the figures while nobody is in it
    written: [
      ...document.querySelectorAll<HTMLInputElement>('input:not([type=range], [name=moment]:not(:focus))'),
    ].map((input) => input.value),
    open: document.querySelectorAll('.drop-panel').length,
    top: document.querySelector('[data-here]')?.getBoundingClientRect().top ?? NaN,
  }))

/** Is the reader where he was? Browsers hold a place to the pixel, not to its parts. */
async function stays(page: Page, name: string, before: Awaited<ReturnType<typeof standing>>): Promise<void> {
  const { top, ...rest } = await standing(page)
  expect({ ...rest, top: before.top }, name).toEqual(before)
  expect(Math.abs(top - before.top), `${name}: ${before.top} to ${top}`).toBeLessThanOrEqual(1)
}

/** Scrolls the page and marks the words of a head that is then in view. */
const settleDown = (page: Page) =>
  page.evaluate((to) => {
    scrollTo(0, to)
    const heads = [...document.querySelectorAll('main h2, main th[scope="row"]')]
    const here = heads.find((head) => head.getBoundingClientRect().top > 200)
    if (!here) return
    for (const was of document.querySelectorAll('[data-here]')) was.removeAttribute('data-here')
    here.setAttribute('data-here', '')
    getSelection()!.selectAllChildren(here)
  }, SCROLLED)
const SCROLLED = 420

/** Resolves when no tile loads any more: what comes first is no update. */
async function loaded(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const loading = page.locator('main').getByText(/^Đang (tải|đọc)/)
  await expect.poll(() => loading.count(), { timeout: 20_000 }).toBe(0)
}

const READERS: readonly [name: string, where: string, go: (page: Page) => Promise<void>][] = [
  ['national', 'field', (page) => page.locator('main input').first().fill('a')],
  ['aefi', 'menu', (page) => page.locator('main .drop > button').first().click()],
  ['province-79', 'menu', (page) => page.locator('main .drop > button').last().click()],
  ['allocation', 'field', (page) => page.locator('[name=moment]').focus()],
  ['sources', 'field', (page) => page.locator('main select').first().focus()],
]

it('whoever has scrolled down, marked words and is in a field or a menu stays there', async () => {
  await Promise.all(
    READERS.map(async ([name, where, go]) => {
      const page = await open(desk(name))
      await loaded(page)
      await go(page)
      await settleDown(page)
      const before = await standing(page)
      expect(before).toMatchObject({ marked: expect.stringMatching(/./) })
      expect(before, name).toMatchObject({ open: where === 'menu' ? 1 : 0 })
      expect(before.focus).toMatch(/^<(input|select|button)/)
      const sent = feed.doses()
      await page.waitForTimeout(5_000)
      expect(feed.doses()).toBeGreaterThan(sent + 20)
      await stays(page, name, before)
      await page.close()
    }),
  )
}, 90_000)

it('an alarm that comes moves nobody who reads below', async () => {
  for (const name of ['national', 'province-79']) {
    const page = await open(desk(name))
    await loaded(page)
    await settleDown(page)
    const before = await standing(page)
    expect(before.top, name).toBeGreaterThan(200)
    // a line more, as the list would write it: this exercise raises an alarm when it likes to
    const lines = await page.evaluate(() => {
      const tile = document.querySelector('.desk-alarms')!
      const line = document.createElement('p')
      line.textContent = 'x'
      tile.querySelector('.tile-head')!.after(line)
      return line.getBoundingClientRect().height
    })
    expect(lines, name).toBeGreaterThan(10)
    await page.waitForTimeout(200)
    await stays(page, name, before)
    await page.close()
  }
}, 60_000)

/**
 * Lists that scroll by themselves, what of them stays before the eyes, and what makes one of them appear. Where rows change
 * ranks it is the place in the list, where they come in above it is the row.
 */
const OWN_SCROLL: readonly [name: string, list: string, held: 'place' | 'row', appear?: string][] = [
  ['quality', '[role=group][aria-label="Số báo cáo và số đã nhập"]', 'place'],
  ['national', '.desk-series .scroll-y', 'row', '.desk-series .tile-controls > button'],
]
it('a list that scrolls by itself stays where its reader has scrolled it, and keeps the focus', async () => {
  await Promise.all(
    OWN_SCROLL.map(async ([name, selector, held, appear]) => {
      const page = await open(desk(name))
      await page.waitForLoadState('networkidle')
      if (appear !== undefined) await page.locator(appear).first().click()
      const list = page.locator(selector).first()
      await list.focus()
      await list.evaluate((box) => {
        box.scrollTo(0, (box.scrollHeight - box.clientHeight) / 2)
        const edge = box.getBoundingClientRect().top
        const seen = [...box.querySelectorAll('tbody tr')].find(
          (r) => r.getBoundingClientRect().bottom > edge,
        )
        seen!.setAttribute('data-row', '')
        const arrived = () => (box.dataset['arrived'] = String(Number(box.dataset['arrived'] ?? 0) + 1))
        new MutationObserver(arrived).observe(box, { subtree: true, childList: true, characterData: true })
      })
      const here = () =>
        page.evaluate((where) => {
          const box = document.querySelector<HTMLElement>(where)!
          const [top, row] = [box, box.querySelector('[data-row]')!].map((e) => e.getBoundingClientRect().top)
          return { place: box.scrollTop, row: row! - top!, focused: document.activeElement === box }
        }, selector)
      const before = await here()
      expect(before, name).toEqual({ place: expect.any(Number), row: expect.any(Number), focused: true })
      expect(before.place, name).toBeGreaterThan(10)
      // figures of the list change under its reader, more than once
      const arrived = () => list.getAttribute('data-arrived').then(Number)
      await expect.poll(arrived, { timeout: 20_000 }).toBeGreaterThan(3)
      const after = await here()
      const said = `${name}: ${JSON.stringify([before, after])}`
      expect(after.focused, said).toBe(true)
      expect(Math.abs(after[held] - before[held]), said).toBeLessThanOrEqual(1)
      await page.close()
    }),
  )
}, 60_000)

/** Tables whose rows change ranks: one in a list that scrolls by itself, two on the page. */
const RANKED: readonly [name: string, table: string][] = [
  ['quality', `${OWN_SCROLL[0]![1]} table`],
  ['national', '.provinces'],
  ['allocation', '.scroll-x .ranked'],
]
it.each(RANKED)(
  'a unit that takes another rank carries nobody along who reads: %s',
  async (name, selector) => {
    const page = await open(desk(name))
    await loaded(page)
    const [before, after] = await page.locator(selector).evaluate(async (table) => {
      const scrolls = (e: Element) =>
        e.scrollHeight > e.clientHeight && getComputedStyle(e).overflowY === 'auto'
      const list = table.parentElement!
      const frames = () => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))
      const rows = [...table.querySelectorAll('tbody tr')]
      rows[20]!.scrollIntoView({ block: 'start' })
      await frames()
      const place = () => table.getBoundingClientRect().top
      const before = place()
      const edge = scrolls(list) ? list.getBoundingClientRect().top : 0
      const read = rows.findIndex((row) => row.getBoundingClientRect().top >= edge)
      // five rows are passed by those below, as the table would write it: this exercise changes ranks when it likes to
      rows[read + 2]!.after(...rows.slice(read - 6, read - 1))
      await frames()
      return [before, place()] as const
    })
    expect(before).toBeLessThan(-100)
    expect(Math.abs(after - before), `${before} to ${after}`).toBeLessThanOrEqual(1)
    await page.close()
  },
  60_000,
)
