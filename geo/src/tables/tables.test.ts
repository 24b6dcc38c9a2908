import { PROVINCE_CODES } from '@mcc/contract'
import { describe, expect, it } from 'vitest'
import { populationOf } from '../units/population-of.js'
import { ARCHIPELAGOS } from './archipelagos.js'
import { DENOMINATOR_FAULTS } from './denominators.js'
import { DISTRICTS } from './districts.js'
import { PROVINCE_POPULATIONS } from './province-populations.js'
import { PROVINCES } from './provinces.js'
import { PROVINCES_34 } from './provinces-34.js'
import { REGIONS } from './regions.js'

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe('the 63 provinces', () => {
  it('are those of the contract, in the same order, with names and ISO codes of their own', () => {
    expect(PROVINCES.map((p) => p.code)).toEqual([...PROVINCE_CODES])
    expect(new Set(PROVINCES.map((p) => p.short)).size).toBe(63)
    expect(new Set(PROVINCES.map((p) => p.iso)).size).toBe(63)
    expect(
      PROVINCES.every((p) => p.name === p.name.normalize('NFC') && /^[\x20-\x7e–]+$/.test(p.english)),
    ).toBe(true)
  })

  it('lie in six regions of 14, 11, 14, 5, 6 and 13', () => {
    const sizes = REGIONS.map((r) => PROVINCES.filter((p) => p.region === r.id).length)
    expect(sizes).toEqual([14, 11, 14, 5, 6, 13])
  })

  it('became 34, each province part of exactly one', () => {
    expect(PROVINCES_34).toHaveLength(34)
    expect(PROVINCES_34.flatMap((p) => p.of).toSorted()).toEqual([...PROVINCE_CODES])
    const code34 = new Map(PROVINCES_34.flatMap((p) => p.of.map((old) => [old, p.code] as const)))
    expect(PROVINCES.filter((p) => code34.get(p.code) !== p.code34)).toEqual([])
  })
})

describe('populations', () => {
  it('add up to the published figures', () => {
    expect(populationOf('nation')).toBe(96_108_532)
    expect(populationOf('nation', 'portal-2021-08-05', 'adults')).toBe(68_969_931)
    expect(populationOf('nation', 'census-2019')).toBe(96_208_984)
    expect(populationOf('nation', 'gso-2021')).toBe(98_506_250)
    expect([...PROVINCE_POPULATIONS.keys()]).toEqual([...PROVINCE_CODES])
  })

  it('are absent, not 0, where no source has them', () => {
    expect(populationOf('00')).toBeUndefined()
    expect(populationOf('ZZ')).toBeUndefined()
    expect(populationOf('79', 'gso-2021', 'adults')).toBeUndefined()
    expect(populationOf('nation', 'census-2019', 'adults')).toBeUndefined()
    expect(populationOf('79', undefined, 'adults')).toBe(6_966_626)
  })

  it('name their known faults with the figures of the tables', () => {
    for (const fault of DENOMINATOR_FAULTS) {
      expect(populationOf(fault.province, fault.denominator)).toBe(fault.figure)
      expect(populationOf(fault.province, fault.against.denominator)).toBe(fault.against.figure)
    }
  })
})

describe('the 705 districts', () => {
  it('have codes of their own and a province each', () => {
    expect(DISTRICTS).toHaveLength(705)
    expect(new Set(DISTRICTS.map((d) => d.code)).size).toBe(705)
    expect(new Set(DISTRICTS.map((d) => d.province)).size).toBe(63)
  })

  it('add up to the census of each province', () => {
    for (const { code } of PROVINCES) {
      const own = DISTRICTS.filter((d) => d.province === code)
      expect(
        Math.abs(sum(own.map((d) => d.population?.all ?? 0)) - (populationOf(code, 'census-2019') ?? 0)),
      ).toBe(0)
    }
  })

  it('know no population only where the census counted none', () => {
    expect(DISTRICTS.filter((d) => !d.population).map((d) => d.code)).toEqual(['498'])
    expect(DISTRICTS.every((d) => d.population === undefined || d.population.adults < d.population.all)).toBe(
      true,
    )
  })

  it('hold both archipelagos', () => {
    for (const a of ARCHIPELAGOS) {
      const district = DISTRICTS.find((d) => d.code === a.district)
      expect(district).toMatchObject({ province: a.province })
      expect(a.lon > a.box[0] && a.lon < a.box[2] && a.lat > a.box[1] && a.lat < a.box[3]).toBe(true)
    }
  })
})
