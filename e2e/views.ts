import type { Page, Request } from 'playwright-core'
import { DESK, DESKS as PICTURED, PHONE, SCENES, WALL_SCREENS, type View } from './pictures/views.js'

export type { View }

/** The same pages again, with another choice. */
const PASSED_OVER = ['national-chosen', 'province-01', 'province-48']

/** Every desk page once, and the way in: what the tests of words, keys, access and looks walk. */
export const DESKS: readonly View[] = PICTURED.filter(({ name }) => !PASSED_OVER.includes(name))
export const DESK_SIZES = [DESK, PHONE] as const

/** Every scene, standing still, for the screen and the distance that the letters are sized for. */
export const WALLS: readonly View[] = SCENES.map((scene) => ({
  ...scene,
  path: `${scene.path}&screen=65&distance=5`,
}))
export const WALL_SIZES = WALL_SCREENS.slice(0, 2)

/** Frames without a change after which a page is taken to stand. */
const STILL_FRAMES = 15
/** What moves longer, as a replay, moves on. */
const RESTLESS_MS = 2_000
const SETTLED_MS = 20_000

/**
 * In the page: resolves once it has a main part, nothing on it is still awaited, and nothing was drawn anew or moves.
 * Frames are counted, not time: a machine that is busy draws later, and has not stood still meanwhile.
 */
function stillness({
  frames,
  ms,
  loading,
}: {
  frames: number
  ms: number
  loading: string[]
}): Promise<void> {
  return new Promise((resolve) => {
    const limit = performance.now() + ms
    let quiet = 0
    const watch = new MutationObserver(() => (quiet = 0))
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    const isMoving = (a: Animation) =>
      a.playState === 'running' && a.effect?.getComputedTiming().iterations !== Infinity
    const look = () => {
      const text = document.body.textContent
      const drawn = document.querySelector('main') && !loading.some((words) => text.includes(words))
      const waits = !drawn || document.fonts.status === 'loading'
      quiet = waits || document.getAnimations().some(isMoving) ? 0 : quiet + 1
      if (waits || (quiet < frames && performance.now() < limit)) return void requestAnimationFrame(look)
      watch.disconnect()
      resolve()
    }
    requestAnimationFrame(look)
  })
}

/** The requests of a page. */
interface Traffic {
  /** On their way. */
  asked: Set<Request>
  /** How often one began or ended. */
  moves: number
}

/** Resolves when what a page asked for has come and it stood as drawn since. */
async function settled(page: Page, traffic: Traffic): Promise<void> {
  // the gallery shows what waits, for ever
  const loading = new URL(page.url()).pathname === '/design' ? [] : ['Đang tải', 'Loading']
  const limit = performance.now() + SETTLED_MS
  for (let before = -1; before !== traffic.moves || traffic.asked.size > 0;) {
    if (performance.now() > limit) return
    before = traffic.moves
    const still = page.evaluate(stillness, { frames: STILL_FRAMES, ms: RESTLESS_MS, loading })
    const late = new Promise<never>((_resolve, reject) =>
      setTimeout(() => reject(new Error(`${page.url()} does not come to rest`)), SETTLED_MS).unref(),
    )
    await Promise.race([still, late])
  }
}

/** Does something with a page; resolves when what it asked for by it has come and it has drawn. */
export async function settledAfter(page: Page, act: () => Promise<unknown>): Promise<void> {
  const traffic: Traffic = { asked: new Set(), moves: 0 }
  const begun = (request: Request): void => {
    traffic.asked.add(request)
    traffic.moves += 1
  }
  const ended = (request: Request): void => {
    traffic.asked.delete(request)
    traffic.moves += 1
  }
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended)
  try {
    await act()
    await settled(page, traffic)
  } finally {
    page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended)
  }
}

/** Opens a view, with more in its address if wished; resolves when what it asked for has come and it has drawn. */
export async function show(
  page: Page,
  url: string,
  { path, open }: View,
  query: Readonly<Record<string, string>> = {},
): Promise<void> {
  const address = new URL(path, url)
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  await settledAfter(page, () => page.goto(address.href))
  if (open === undefined) return
  await settledAfter(page, async () => {
    await page.locator(open).first().click()
    await page.locator('dialog:modal').waitFor()
  })
}
