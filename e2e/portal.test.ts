import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, valueOf } from './browser.js'
import { loadPortalAnswer, portalAnswerIsHere } from './portal-answer.js'
import { startStation, type Station } from './station.js'

describe.skipIf(!portalAnswerIsHere)('the real portal answer of 2021-08-05', () => {
  let station: Station
  let browser: Browser
  let desk: Page
  let wall: Page

  const present = () =>
    station.sql(
      'SELECT count() AS rows, sum(sign * total) AS doses, sum(sign) AS records, uniqExact(unit) AS units FROM tally_ledger',
    )

  beforeAll(async () => {
    station = await startStation('start')
    browser = await launchBrowser()
    desk = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    wall = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await desk.goto(station.link('enter'))
    await wall.goto(station.link('display'))
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await station?.stop()
  })

  it('loads: 63 provinces, 6,481,682 doses, 40.7 % used, Đồng Nai lowest, Bắc Ninh highest', async () => {
    const said = loadPortalAnswer(station)
    expect(said).toContain('6,481,682')
    expect(said).toContain('40.7 %')
    expect(said).toMatch(/Đồng Nai 14\.4 %.*Bắc Ninh 81\.9 %/)
    await station.counted(30_000)
    expect(await present()).toEqual([{ rows: 63, doses: 6_481_682, records: 63, units: 63 }])
  })

  it('is on the screen, as what provinces reported', async () => {
    await expect.poll(() => valueOf(desk, 'reported-doses'), { timeout: 20_000 }).toBe('6481682')
    await expect.poll(() => valueOf(wall, 'reported-doses'), { timeout: 20_000 }).toBe('6481682')
    expect(Number(await valueOf(desk, 'reported-use'))).toBeCloseTo(40.657, 2)
    expect(Number(await valueOf(desk, 'unit-75-reported-use'))).toBeCloseTo(14.4, 1)
    expect(Number(await valueOf(desk, 'unit-27-reported-use'))).toBeCloseTo(81.9, 1)
    // nothing was entered dose by dose, and that is not 0
    expect(await valueOf(desk, 'nation-doses')).not.toBe('0')
  })

  it('loaded a second time it changes nothing', async () => {
    const before = await present()
    loadPortalAnswer(station)
    await station.counted(30_000)
    expect(await present()).toEqual(before)
  })
})
