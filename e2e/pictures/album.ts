import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'
import { contactSheets } from './contact-sheets.js'
import type { Screen, View } from './views.js'

const FOLDER = join(import.meta.dirname, '../../tmp/pictures')
const SETTLED_MS = 12_000

/** How one set of pictures is taken. */
export interface Setting {
  /** Where the pages come from, `http://…`, and the data folder of that station. */
  url: string
  data: string
  screen: Screen
  query?: Record<string, string>
  /** Is a page to be taken as it is, without waiting for its figures? */
  unsettled?: boolean
  /** Done to a page before its first address: what it is cut off from. */
  before?: (page: Page) => Promise<void>
  /** Done to a page that has settled. */
  after?: (page: Page) => Promise<void>
}

/** Everything still, or as long as is reasonable: no word of loading, no movement of the text. */
async function settle(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready')
  let before = ''
  for (const end = performance.now() + SETTLED_MS; performance.now() < end; await page.waitForTimeout(400)) {
    const text = await page.evaluate<string>(
      `document.querySelector('.scene-chart:empty, .series-chart:empty') ? 'Loading' : document.body.innerText + document.querySelectorAll('svg *').length`,
    )
    // ages and clocks move on by themselves
    const now = text.replace(/\d+ (giây|phút|sec|min)\w*/g, '')
    if (now === before && now.length > 40 && !/Đang tải|Đang đọc|Loading|Reading/.test(now)) return
    before = now
  }
}

/** Who has entered by which link: one of a real store opens once. */
const entered = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** Takes pictures into one folder of `tmp/pictures` and lays them out on contact sheets. */
export class Album {
  readonly #folder: string
  readonly #taken: string[] = []
  readonly #contexts = new Map<string, Promise<BrowserContext>>()
  /** What pages threw, by picture. */
  readonly errors: string[] = []

  constructor(
    readonly browser: Browser,
    name: string,
  ) {
    this.#folder = join(FOLDER, name)
    rmSync(this.#folder, { recursive: true, force: true })
    mkdirSync(this.#folder, { recursive: true })
  }

  async #enter({ url, data, screen, query }: Setting, as: View['as']): Promise<BrowserContext> {
    const text = readFileSync(join(data, 'secrets', 'first-run.json'), 'utf8')
    const links = z.record(z.string(), z.string()).parse(JSON.parse(text))
    const link = url + (links[as] ?? links['enter']!)
    const options = {
      viewport: { width: screen.width, height: screen.height },
      locale: query?.['lang'] === 'en' ? 'en-GB' : 'vi-VN',
    }
    const known = entered.get(link)
    if (known) return this.browser.newContext({ ...options, storageState: known })
    const context = await this.browser.newContext(options)
    const page = await context.newPage()
    await page.goto(link)
    await page.locator('[data-testid="connection"]').first().waitFor()
    await page.close()
    entered.set(link, await context.storageState())
    return context
  }
  #contextOf(setting: Setting, as: View['as']): Promise<BrowserContext> {
    const key = [setting.url, setting.screen.name, setting.query?.['lang'], as].join(' ')
    const known = this.#contexts.get(key) ?? this.#enter(setting, as)
    this.#contexts.set(key, known)
    return known
  }

  #addressOf(view: View, { url, screen, query }: Setting): string {
    const address = new URL(view.path, url)
    for (const [key, value] of Object.entries({ ...screen.query, ...query }))
      address.searchParams.set(key, value)
    return address.href
  }

  /** One picture: the window of a wall, the whole height of any other page. */
  async take(view: View, name: string, setting: Setting): Promise<void> {
    const context = await this.#contextOf(setting, view.as)
    const page = await context.newPage()
    page.on('pageerror', (error) => this.errors.push(`${name} ${view.name}: ${error.message}`))
    await setting.before?.(page)
    await page.goto(this.#addressOf(view, setting))
    if (setting.unsettled) await page.waitForTimeout(1_500)
    else await settle(page)
    if (view.open !== undefined && (await page.locator(view.open).count()) > 0) {
      await page.locator(view.open).first().click()
      await settle(page)
    }
    await setting.after?.(page)
    const path = join(this.#folder, `${name}--${view.name}.png`)
    await page.screenshot({ path, fullPage: view.as !== 'display', animations: 'disabled' })
    this.#taken.push(path)
    await page.close()
  }

  /** Lays out what was taken since the last sheet. */
  async sheet(name: string, columns: number): Promise<void> {
    await contactSheets(this.browser, join(this.#folder, `sheet-${name}`), this.#taken.splice(0), columns)
  }
}
