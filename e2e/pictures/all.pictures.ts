import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser.js'
import { layCable } from '../cable.js'
import { postFacility } from '../events.js'
import { loadPortalAnswer, portalAnswerIsHere } from '../portal-answer.js'
import { startStation, type Station } from '../station.js'
import { Album, type Setting } from './album.js'
import {
  BIG_DESK,
  DESK,
  DESKS,
  DIRECTOR,
  ON_BIG_DESK,
  PHONE,
  SCENES,
  SIGHTS,
  WALL_SCREENS,
  WIDE_DESK,
  type Screen,
  type View,
} from './views.js'

/**
 * Pictures of every view in every state, for eyes: `npm run pictures`, or one set of them: `npm run pictures -- -t
 * 'walls'`. They lie in `tmp/pictures`, with contact sheets. The exercise is kept there between runs.
 */
const DATA = join(import.meta.dirname, '../../tmp/pictures/exercise')
const DAYS = ['--to', '2021-11-24', '--speed', 'max', '--scale', '0.01']
const PAST = { at: '2021-09-15T16:00:00+07:00' }
const LANGUAGES = ['vi', 'en'] as const
const THEMES = ['light', 'dark'] as const
/** How a state of the desks is looked at: every screen, language and ground at least once, not every one with each. */
const STATE_LOOKS = [
  { screen: DESK, lang: 'vi', theme: 'light' },
  { screen: DESK, lang: 'en', theme: 'dark' },
  { screen: PHONE, lang: 'vi', theme: 'light' },
  { screen: PHONE, lang: 'en', theme: 'dark' },
  { screen: WIDE_DESK, lang: 'vi', theme: 'dark' },
] as const
const LONG_MS = 1_200_000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function takeAll(album: Album, name: string, views: readonly View[], setting: Setting): Promise<void> {
  for (const view of views) await album.take(view, name, setting)
}
const wall1080 = WALL_SCREENS[0]!
const named = (screens: readonly Screen[]) => screens.map((screen) => [screen.name, screen] as const)
const stateLooks = STATE_LOOKS.map(
  (look) => [`${look.screen.name} ${look.lang} ${look.theme}`, look] as const,
)
const columnsOf = (screen: Screen): number => (screen === PHONE ? 5 : 3)

describe('in an exercise', () => {
  let station: Station
  beforeAll(async () => {
    station = await startStation('demo', DAYS, DATA)
    await station.says('Chiến dịch đã phát hết', 900_000)
    await station.counted(600_000)
  }, 1_800_000)
  afterAll(() => station?.stop('keep'), 120_000)

  const on = (screen: Screen, more: Partial<Setting> = {}): Setting => ({
    url: station.url,
    data: station.data,
    screen,
    ...more,
  })

  it.each(named(WALL_SCREENS))('walls %s', { timeout: LONG_MS }, async (_, screen) => {
    const album = new Album(browser, `walls-${screen.name}`)
    for (const lang of LANGUAGES) {
      await takeAll(album, lang, SCENES, on(screen, { query: { lang } }))
      await album.sheet(lang, 3)
    }
    expect(album.errors).toEqual([])
  })

  it('walls as the colour-blind see them', { timeout: LONG_MS }, async () => {
    const album = new Album(browser, 'walls-colour-blind')
    for (const type of SIGHTS) {
      const after = async (page: Page) => {
        const devtools = await page.context().newCDPSession(page)
        await devtools.send('Emulation.setEmulatedVisionDeficiency', { type })
      }
      await takeAll(album, type, SCENES, on(wall1080, { after }))
      await album.sheet(type, 3)
    }
  })

  it('walls of the past', { timeout: LONG_MS }, async () => {
    const album = new Album(browser, 'walls-past')
    for (const lang of LANGUAGES) {
      await takeAll(album, lang, SCENES, on(wall1080, { query: { ...PAST, lang } }))
      await album.sheet(lang, 3)
    }
    expect(album.errors).toEqual([])
  })

  it('walls that load', { timeout: LONG_MS }, async () => {
    const album = new Album(browser, 'walls-loading')
    const before = async (page: Page) => {
      await page.routeWebSocket(/socket\.io/, () => undefined)
      await page.route(/socket\.io/, () => undefined)
    }
    const stall = async (page: Page): Promise<void> => {
      await page.route(/topics\/.*at=/, () => undefined)
    }
    for (const lang of LANGUAGES) {
      const live = on(wall1080, { before, unsettled: true, query: { lang } })
      await takeAll(album, `${lang}-live`, SCENES.slice(0, 2), live)
      const past = on(wall1080, { before: stall, unsettled: true, query: { ...PAST, lang } })
      await takeAll(album, `${lang}-past`, SCENES.slice(0, 2), past)
    }
    await album.sheet('all', 3)
  })

  it('walls cut off', { timeout: LONG_MS }, async () => {
    const album = new Album(browser, 'walls-cut-off')
    const cable = await layCable(station.url)
    const after = async (page: Page) => {
      cable.pull()
      await page.locator('[data-testid="connection"][data-state="lost"]').first().waitFor()
      await page.waitForTimeout(300)
    }
    for (const lang of LANGUAGES) {
      for (const scene of SCENES) {
        await album.take(scene, lang, { ...on(wall1080, { after, query: { lang } }), url: cable.url })
        cable.plugIn()
      }
      await album.sheet(lang, 3)
    }
    await cable.close()
  })

  it('walls whose link has expired', { timeout: LONG_MS }, async () => {
    const album = new Album(browser, 'walls-expired')
    const cable = await layCable(station.url)
    const after = async (page: Page) => {
      await page.route('**/api/v1/me', (route) => route.fulfill({ status: 401, json: {} }))
      cable.pull()
      await page.getByTestId('wall-expired').waitFor({ timeout: 60_000 })
    }
    for (const lang of LANGUAGES)
      for (const screen of [wall1080, WALL_SCREENS[3]!]) {
        const setting = { ...on(screen, { after, query: { lang } }), url: cable.url }
        await album.take(SCENES[0]!, `${lang}-${screen.name}`, setting)
        cable.plugIn()
      }
    await album.sheet('all', 2)
    await cable.close()
  })

  it('walls whose figures stand still', { timeout: LONG_MS }, async () => {
    const album = new Album(browser, 'walls-behind')
    const after = async (page: Page) => {
      await page.locator('.band-stale').first().waitFor({ timeout: 90_000 })
      await page.waitForTimeout(300)
    }
    await station.sql('RENAME TABLE accounting TO accounting_away')
    try {
      await postFacility(station)
      for (const lang of LANGUAGES)
        await takeAll(
          album,
          lang,
          [0, 6, 7].map((at) => SCENES[at]!),
          on(wall1080, { after, query: { lang } }),
        )
    } finally {
      await station.sql('RENAME TABLE accounting_away TO accounting')
    }
    await album.sheet('all', 3)
  })

  it.each(['engine', 'redis', 'writer'] as const)(
    'walls without %s',
    { timeout: LONG_MS },
    async (service) => {
      const album = new Album(browser, `walls-without-${service}`)
      const after = async (page: Page) => {
        station.signal(service, 'SIGSTOP')
        await page
          .locator('[data-testid="connection"][data-state="degraded"]')
          .first()
          .waitFor({ timeout: 60_000 })
        await page.waitForTimeout(300)
      }
      try {
        for (const lang of LANGUAGES)
          await takeAll(album, lang, [SCENES[0]!, SCENES[6]!], on(wall1080, { after, query: { lang } }))
      } finally {
        station.signal(service, 'SIGCONT')
      }
      await album.sheet('all', 2)
    },
  )

  it.each(named([DESK, WIDE_DESK, PHONE]))('desks %s', { timeout: LONG_MS }, async (_, screen) => {
    const album = new Album(browser, `desks-${screen.name}`)
    const views = screen === PHONE ? [...DESKS, DIRECTOR] : DESKS
    for (const lang of LANGUAGES)
      for (const theme of THEMES) {
        await takeAll(album, `${lang}-${theme}`, views, on(screen, { query: { lang, theme } }))
        await album.sheet(`${lang}-${theme}`, columnsOf(screen))
      }
    expect(album.errors).toEqual([])
  })

  it('desks 4k', { timeout: LONG_MS }, async () => {
    const album = new Album(browser, 'desks-4k')
    const views = DESKS.filter(({ name }) => ON_BIG_DESK.includes(name))
    await takeAll(album, 'vi', views, on(BIG_DESK, { query: { lang: 'vi', theme: 'light' } }))
    await album.sheet('vi', 2)
    expect(album.errors).toEqual([])
  })

  it.each(stateLooks)('desks of the past %s', { timeout: LONG_MS }, async (name, { screen, ...look }) => {
    const album = new Album(browser, `desks-past-${name.replaceAll(' ', '-')}`)
    await takeAll(album, 'past', DESKS, on(screen, { query: { ...PAST, ...look } }))
    await album.sheet('all', columnsOf(screen))
    expect(album.errors).toEqual([])
  })

  it.each(stateLooks)('desks that load %s', { timeout: LONG_MS }, async (name, { screen, ...look }) => {
    const album = new Album(browser, `desks-loading-${name.replaceAll(' ', '-')}`)
    const before = async (page: Page) => {
      await page.routeWebSocket(/socket\.io/, () => undefined)
      await page.route(/api\/v1\/(?!me$)/, () => undefined)
    }
    const views = DESKS.filter(({ open, name: view }) => open === undefined && !/design|sign-in/.test(view))
    await takeAll(album, 'loading', views, on(screen, { before, unsettled: true, query: look }))
    await album.sheet('all', columnsOf(screen))
    expect(album.errors).toEqual([])
  })

  it.each(stateLooks)('desks cut off %s', { timeout: LONG_MS }, async (name, { screen, ...look }) => {
    const album = new Album(browser, `desks-cut-off-${name.replaceAll(' ', '-')}`)
    const cable = await layCable(station.url)
    const after = async (page: Page) => {
      cable.pull()
      await page.locator('.band-lost').first().waitFor({ timeout: 20_000 })
    }
    // neither has a line of its own
    const views = DESKS.filter(({ name: view }) => !/design|sign-in/.test(view))
    for (const view of views) {
      await album.take(view, 'cut-off', { ...on(screen, { after, query: look }), url: cable.url })
      cable.plugIn()
    }
    await album.sheet('all', columnsOf(screen))
    await cable.close()
  })
})

describe('before the first record', () => {
  let station: Station
  beforeAll(async () => {
    station = await startStation('start')
  }, 240_000)
  afterAll(() => station?.stop(), 120_000)

  it('walls, empty', { timeout: LONG_MS }, async () => {
    const album = new Album(browser, 'walls-empty')
    const { url, data } = station
    for (const lang of LANGUAGES) {
      await takeAll(album, lang, SCENES, { url, data, screen: wall1080, query: { lang } })
      await album.sheet(lang, 3)
    }
    expect(album.errors).toEqual([])
  })
  it.each(stateLooks)('desks, empty %s', { timeout: LONG_MS }, async (name, { screen, ...look }) => {
    const album = new Album(browser, `desks-empty-${name.replaceAll(' ', '-')}`)
    const { url, data } = station
    await takeAll(album, 'empty', DESKS, { url, data, screen, query: look })
    await album.sheet('all', columnsOf(screen))
    expect(album.errors).toEqual([])
  })
})

describe.skipIf(!portalAnswerIsHere)('in a real campaign of which one answer of the portal is known', () => {
  let station: Station
  beforeAll(async () => {
    station = await startStation('start')
    loadPortalAnswer(station)
    await station.counted(60_000)
  }, 240_000)
  afterAll(() => station?.stop(), 120_000)

  it('walls, real', { timeout: LONG_MS }, async () => {
    const album = new Album(browser, 'walls-real')
    const { url, data } = station
    for (const lang of LANGUAGES) {
      await takeAll(album, lang, SCENES, { url, data, screen: wall1080, query: { lang } })
      await album.sheet(lang, 3)
    }
    expect(album.errors).toEqual([])
  })
  it.each(stateLooks.slice(0, 3))(
    'desks, real %s',
    { timeout: LONG_MS },
    async (name, { screen, ...look }) => {
      const album = new Album(browser, `desks-real-${name.replaceAll(' ', '-')}`)
      const { url, data } = station
      await takeAll(album, 'real', DESKS, { url, data, screen, query: look })
      await album.sheet('all', columnsOf(screen))
      expect(album.errors).toEqual([])
    },
  )
})
