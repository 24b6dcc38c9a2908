import { expect, it } from 'vitest'
import { morningOf } from './morning.js'

it.each([
  ['16:30 in Viet Nam', '2021-09-06T09:30:00.000Z', '2021-09-06T00:00:00.000Z', false],
  ['just after seven', '2021-09-06T00:00:00.001Z', '2021-09-06T00:00:00.000Z', false],
  [
    'seven itself has no morning of its own yet',
    '2021-09-06T00:00:00.000Z',
    '2021-09-05T00:00:00.000Z',
    true,
  ],
  [
    'past midnight it is still the morning before',
    '2021-09-05T18:00:00.000Z',
    '2021-09-05T00:00:00.000Z',
    true,
  ],
  ['before midnight', '2021-09-05T16:59:59.000Z', '2021-09-05T00:00:00.000Z', false],
  ['over the end of a month', '2021-08-31T20:00:00.000Z', '2021-08-31T00:00:00.000Z', true],
])('%s', (_, asOf, at, yesterday) => expect(morningOf(asOf)).toEqual({ at, yesterday }))
