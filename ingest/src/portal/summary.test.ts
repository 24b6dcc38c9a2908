import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePortal } from './parse.js'
import { dayInName } from './sources.js'
import { summarise, summaryLine } from './summary.js'

// written by hand: four provinces with the figures of 2021-08-05, one of them without its deliveries
const FIXTURE = JSON.stringify([
  { provinceCode: '75', provinceName: 'Đồng Nai', totalInjected: 100, totalVaccineAllocatedReality: 1_000 },
  { provinceCode: '27', provinceName: 'Bắc Ninh', totalInjected: 300, totalVaccineAllocatedReality: 400 },
  { provinceCode: '01', provinceName: 'Hà Nội', totalInjected: 1_000, totalVaccineAllocatedReality: null },
  {
    provinceCode: '79',
    provinceName: 'Hồ Chí Minh',
    totalInjected: '-',
    totalVaccineAllocatedReality: 9_000,
  },
])

it('sums what is stated, and says how many provinces state nothing', () => {
  const [summary] = summarise(parsePortal(FIXTURE, 'x.json', '2021-08-05'))
  expect(summary).toMatchObject({ provinces: 4, doses: 1_400, withoutTotal: 1, withoutPoints: 4 })
  expect(summary?.used).toBeCloseTo((400 / 1_400) * 100)
  expect(summary?.lowest).toMatchObject({ name: 'Đồng Nai', percent: 10 })
  expect(summary?.highest).toMatchObject({ name: 'Bắc Ninh', percent: 75 })
})

it('a file is dated by its name', () => {
  expect(dayInName('/x/2021/portal-answer-2021-08-05.json')).toBe('2021-08-05')
  expect(dayInName('20211221.csv')).toBe('2021-12-21')
  expect(dayInName('all.json')).toBeUndefined()
})

const REAL = new URL('../../../../shared/data/portal-answer-2021-08-05.json', import.meta.url)
const TABLE = new URL('../../../../shared/data/province-snapshots.csv', import.meta.url)

describe.skipIf(!existsSync(REAL))('the real answer of 2021-08-05 (skipped without ../shared)', () => {
  it('shows the figures known of it', () => {
    const [summary] = summarise(parsePortal(readFileSync(REAL, 'utf8'), 'real.json', '2021-08-05'))
    expect(summary).toMatchObject({ provinces: 63, doses: 6_481_682, withoutTotal: 0, withoutPoints: 16 })
    expect(summaryLine(summary!)).toMatch(
      /63 .* Σ 6,481,682 .* used 40\.7 % .* lowest Đồng Nai 14\.4 %.* highest Bắc Ninh 81\.9 %/,
    )
  })

  it('and the table of 15 days agrees with it', () => {
    const days = summarise(parsePortal(readFileSync(TABLE, 'utf8'), 'table.csv', undefined))
    expect(days).toHaveLength(15)
    expect(days.every((d) => d.provinces === 63)).toBe(true)
    expect(days[0]?.doses).toBe(6_481_682)
  })
})
