import { expect, it } from 'vitest'
import { deskSearch } from '../app/search.js'
import { modeOf } from './mode.js'

const UTC = '2021-11-24T00:00:00.000Z'
const asked = (search: Record<string, string>) => modeOf(deskSearch.parse(search))

it('reads live, a moment and a replay from an address', () => {
  expect(asked({})).toEqual({ kind: 'live' })
  expect(asked({ at: '2021-11-24T07:00 07:00' })).toEqual({ kind: 'moment', at: UTC })
  expect(asked({ replay: UTC })).toEqual({ kind: 'replay', from: UTC, speed: '6h' })
  expect(asked({ replay: UTC, speed: '1d' })).toEqual({ kind: 'replay', from: UTC, speed: '1d' })
  expect(asked({ replay: UTC, at: UTC })).toEqual({ kind: 'moment', at: UTC })
})
it.each(['', 'yesterday', '2021-11-24', '2021-11-24T07:00', '2021-13-24T07:00Z'])(
  'never takes «%s» for live',
  (text) => {
    expect(asked({ at: text })).toEqual({ kind: 'unreadable' })
    expect(asked({ replay: text })).toEqual({ kind: 'unreadable' })
  },
)
