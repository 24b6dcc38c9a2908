import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valueOf } from './browser.js'
import { type EmptyStore, openEmptyStore } from './empty-store.js'
import { loadPortalAnswer, portalAnswerIsHere } from './portal-answer.js'

describe.skipIf(!portalAnswerIsHere)('the real portal answer of 2021-08-05', () => {
  let store: EmptyStore

  const present = () =>
    store.station.sql(
      'SELECT count() AS rows, sum(sign * total) AS doses, sum(sign) AS records, uniqExact(unit) AS units FROM tally_ledger',
    )

  beforeAll(async () => {
    store = await openEmptyStore()
  }, 180_000)
  afterAll(() => store?.stop())

  it('loads: 63 provinces, 6,481,682 doses, 40.7 % used, Đồng Nai lowest, Bắc Ninh highest', async () => {
    const { station } = store
    const said = loadPortalAnswer(station)
    expect(said).toContain('6,481,682')
    expect(said).toContain('40.7 %')
    expect(said).toMatch(/Đồng Nai 14\.4 %.*Bắc Ninh 81\.9 %/)
    await station.counted(30_000)
    expect(await present()).toEqual([{ rows: 63, doses: 6_481_682, records: 63, units: 63 }])
  })

  it('is on the screen, as what provinces reported', async () => {
    const { desk, wall } = store
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
    loadPortalAnswer(store.station)
    await store.station.counted(30_000)
    expect(await present()).toEqual(before)
  })
})
