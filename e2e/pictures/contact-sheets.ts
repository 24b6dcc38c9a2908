import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Browser } from 'playwright-core'

const WIDTH = 1_920
const PER_SHEET = 9

const cell = (path: string): string =>
  `<figure><img src="data:image/png;base64,${readFileSync(path).toString('base64')}"><figcaption>${basename(path, '.png')}</figcaption></figure>`

/** Lays pictures out side by side, at most nine on a sheet, as `PATH-1.png` …; long pages are cut at the foot. */
export async function contactSheets(
  browser: Browser,
  path: string,
  pictures: readonly string[],
  columns: number,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 400 } })
  for (let at = 0; at < pictures.length; at += PER_SHEET) {
    await page.setContent(`<style>
      body { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 12px; margin: 12px; background: #888; font: 14px sans-serif }
      figure { margin: 0 } img { display: block; width: 100%; max-height: 960px; object-fit: cover; object-position: top }
    </style>${pictures
      .slice(at, at + PER_SHEET)
      .map(cell)
      .join('')}`)
    await page.screenshot({ path: `${path}-${at / PER_SHEET + 1}.png`, fullPage: true })
  }
  await page.close()
}
