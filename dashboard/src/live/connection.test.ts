import { expect, it } from 'vitest'
import { VIETNAMESE } from '../i18n/language.js'
import { connectionOf, SILENCE_MS } from './connection.js'
import { bandText, conditionOf } from './health.js'

const { m } = VIETNAMESE
const system = {
  engine: 'up',
  redis: 'down',
  writer: 'up',
  behind: false,
  inFlight: 0,
  accounting: { received: 0, stored: 0, duplicate: 0, superseded: 0, quarantined: 0 },
  quarantineOpen: 0,
  countedAt: null,
} as const
const good = { open: true, heardAt: 100_000, owed: false, since: 0 }

it('is live only while something was heard lately', () => {
  expect(connectionOf(good, 99_999 + SILENCE_MS)).toBe('live')
  expect(connectionOf(good, 100_000 + SILENCE_MS)).toBe('lost')
})
it('is not live on an open socket that still owes a snapshot', () => {
  expect(connectionOf({ ...good, owed: true }, 100_001)).toBe('lost')
})
it('waits before it calls a first connection lost', () => {
  const first = { open: false, heardAt: undefined, owed: false, since: 0 }
  expect(connectionOf(first, SILENCE_MS - 1)).toBe('connecting')
  expect(connectionOf(first, SILENCE_MS)).toBe('lost')
})
it('names what is down, the line before the machine', () => {
  expect(conditionOf('live', system, true)).toBe('degraded')
  expect(bandText('degraded', system, '09:03', m)).toBe('Hàng đợi ngừng — dữ liệu lúc 09:03')
  expect(bandText(conditionOf('lost', system, true), system, '09:03', m)).toBe(
    'MẤT KẾT NỐI — dữ liệu lúc 09:03',
  )
  expect(bandText('live', undefined, '09:03', m)).toBeUndefined()
})
it('never calls old data live, though the line and every part are well', () => {
  expect(conditionOf('live', undefined, true)).toBe('stale')
  expect(bandText('stale', undefined, '09:03', m)).toBe('SỐ LIỆU CŨ — lúc 09:03')
  expect(conditionOf('past', undefined, true)).toBe('past')
  const well = { ...system, redis: 'up' } as const
  expect(conditionOf('live', well, false)).toBe('live')
  expect(conditionOf('live', { ...well, behind: true }, false)).toBe('stale')
})
