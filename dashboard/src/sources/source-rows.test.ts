import { expect, it } from 'vitest'
import { sourceRows } from './source-rows.js'

const source = (name: string, lastHeardAt: string | null, revoked = false) => ({
  name,
  lastHeardAt,
  keys: [{ id: 'k', createdAt: '', ...(revoked && { revokedAt: '2021-09-01T00:00:00Z' }) }],
  received: 0,
  refused: 0,
  held: 0,
})

it('says nothing of a silence before the clock of the records was heard', () => {
  expect(sourceRows([source('heard', '2021-09-05T12:00:01Z')], undefined)).toMatchObject([
    { name: 'heard', silentMs: undefined, silent: false },
  ])
})
it('puts the longest silent first and who was never heard last; a clock ahead is not a silence below 0', () => {
  const rows = sourceRows(
    [
      source('fresh', '2021-09-05T12:00:01Z'),
      source('never', null),
      source('silent', '2021-09-04T11:59:59Z', true),
      source('a-day', '2021-09-04T12:00:00Z'),
    ],
    '2021-09-05T12:00:00Z',
  )
  expect(rows.map((r) => [r.name, r.silent, r.silentMs, r.validKeys])).toEqual([
    ['silent', true, 86_401_000, 0],
    ['a-day', false, 86_400_000, 1],
    ['fresh', false, 0, 1],
    ['never', false, undefined, 1],
  ])
})
