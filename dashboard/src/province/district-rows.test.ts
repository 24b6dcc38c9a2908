import type { Figure, ProvinceState } from '@mcc/contract'
import { districtsOf } from '@mcc/geo'
import { expect, it } from 'vitest'
import { districtRows } from './district-rows.js'

const state = (districts: ProvinceState['districts'], doses: Figure = 912) => ({
  districts,
  summary: { doses } as ProvinceState['summary'],
})

it('lists every district, the busiest first and the nameless last', () => {
  const [first, second] = districtsOf('48').map((d) => d.code)
  const rows = districtRows(
    '48',
    state({
      ZZ: { doses: 900, today: 1, facilities: 2 },
      [second!]: { doses: 12, today: 3, facilities: 4 },
    }),
  )
  expect(rows).toHaveLength(districtsOf('48').length + 1)
  expect(rows[0]).toMatchObject({ code: second, doses: 12, facilities: 4 })
  expect(rows.find((r) => r.code === first)).toMatchObject({ doses: 0, facilities: 0 })
  expect(rows.at(-1)).toMatchObject({ code: 'ZZ', name: undefined, doses: 900 })
})
it('leaves out doses without a district when there are none', () => {
  const rows = districtRows('48', state({ ZZ: { doses: 0, today: 0, facilities: 0 } }))
  expect(rows.map((r) => r.code)).not.toContain('ZZ')
})
it('knows no more of the districts than of their province', () => {
  const unknown: Figure = { no: 'unknown', why: 'no-data' }
  const rows = districtRows('48', state({}, unknown))
  expect(rows).toHaveLength(districtsOf('48').length)
  for (const row of rows) expect(row).toMatchObject({ doses: unknown, today: unknown })
})
