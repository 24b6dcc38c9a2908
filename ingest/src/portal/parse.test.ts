import { describe, expect, it } from 'vitest'
import { assertOnce, parsePortal } from './parse.js'
import { PortalShapeError } from './reading.js'

const ROW = {
  provinceCode: '01',
  provinceName: 'Hà Nội',
  population: 8_053_664,
  popOverEighteen: 5_745_728,
  totalOnceInjected: 780_561,
  totalTwiceInjected: 58_275,
  totalInjected: 838_836,
  totalVaccineAllocated: 11_376_541,
  totalVaccineAllocatedReality: 2_246_990,
  totalVaccinationLocation: 590,
  lastReportedDate: null,
  vaccineInjectionDailies: [],
}
const json = (...rows: unknown[]) => parsePortal(JSON.stringify(rows), 'all.json', '2021-08-05')
const only = (row: object) => json({ ...ROW, ...row })[0]?.figures

describe('the portal’s JSON', () => {
  it('is read by its own names', () => {
    expect(json(ROW)).toEqual([
      {
        day: '2021-08-05',
        province: '01',
        name: 'Hà Nội',
        figures: {
          dose1: 780_561,
          dose2: 58_275,
          total: 838_836,
          allocatedPlanned: 11_376_541,
          allocatedReceived: 2_246_990,
          population: 8_053_664,
          population18: 5_745_728,
          points: 590,
        },
      },
    ])
  })

  it('third doses are read where a later portal has them', () => {
    expect(only({ totalThriceInjected: 12 })?.dose3).toBe(12)
  })

  it.each([null, '', ' ', '-', 'chưa có', undefined])('%j is unknown, never 0', (missing) => {
    const figures = only({ totalTwiceInjected: missing })
    expect(figures).not.toHaveProperty('dose2')
    expect(figures?.dose1).toBe(780_561)
  })

  it('0 is a figure', () => {
    expect(only({ totalTwiceInjected: 0 })?.dose2).toBe(0)
  })

  it('one point of vaccination is the placeholder of a province that never listed its points', () => {
    expect(only({ totalVaccinationLocation: 1 })).not.toHaveProperty('points')
    expect(only({ totalVaccinationLocation: 2 })?.points).toBe(2)
  })

  it.each([-1, 6.481, '1.234', 2e9])('%j cannot be a count: the error names row and field', (value) => {
    const bad = { ...ROW, provinceCode: '02', totalInjected: value }
    expect(() => json(ROW, bad)).toThrow(PortalShapeError)
    expect(() => json(ROW, bad)).toThrow(/^all\.json, row 2 \(province 02\), totalInjected: /)
  })

  it.each([
    [{ provinceCode: undefined }, /row 1, provinceCode: missing/],
    [{ provinceCode: 'Hà Nội' }, /row 1, provinceCode: "Hà Nội"/],
    [{ provinceCode: 1 }, /row 1, provinceCode: 1/],
    [{ provinceCode: '03' }, /row 1, provinceCode: "03"/],
  ])('a province is known by its code only: %j', (change, message) => {
    expect(() => json({ ...ROW, ...change })).toThrow(message)
  })

  it('anything but a list of rows is refused', () => {
    expect(() => parsePortal('{"error": "x"}', 'all.json', undefined)).toThrow('not a list')
    expect(() => parsePortal('[1, 2', 'all.json', undefined)).toThrow(PortalShapeError)
    expect(() => json(7)).toThrow('row 1: not a row')
  })

  it('needs a day from somewhere', () => {
    expect(() => parsePortal(JSON.stringify([ROW]), 'all.json', undefined)).toThrow('--at')
  })
})

describe('a table of the portal’s columns', () => {
  const head = 'snapshot_date,province_code,province_name_as_published,totalInjected,popOverEighteen\n'

  it('states its days itself; an empty cell is unknown', () => {
    const readings = parsePortal(
      `${head}2021-11-15,95,Bạc Liêu,901432,\n2021-11-24,96,Cà Mau,5,6\n`,
      'x.csv',
      '2020-01-01',
    )
    expect(readings.map((r) => [r.day, r.province, r.figures])).toEqual([
      ['2021-11-15', '95', { total: 901_432 }],
      ['2021-11-24', '96', { total: 5, population18: 6 }],
    ])
  })

  it('a broken table or day names its place', () => {
    expect(() => parsePortal(`${head}2021-11-15,95\n`, 'x.csv', undefined)).toThrow(PortalShapeError)
    expect(() => parsePortal(`${head}15/11/2021,95,a,1,1\n`, 'x.csv', undefined)).toThrow(
      'row 1, snapshot_date',
    )
  })
})

it('one province twice on one day is refused', () => {
  expect(() => assertOnce(json(ROW, ROW), 'all.json')).toThrow('province 01 twice on 2021-08-05')
})
