import { expect, it } from 'vitest'
import {
  figuresBehind,
  keepSamples,
  pipelineStalled,
  quarantineGrowing,
  type Sample,
} from './machine-rules.js'

const well: Sample['system'] = {
  engine: 'up',
  redis: 'up',
  writer: 'up',
  inFlight: 0,
  accounting: { received: 0, stored: 0, duplicate: 0, superseded: 0, quarantined: 0 },
  quarantineOpen: 0,
  countedAt: null,
}
const sample = (
  second: number,
  more: Partial<Sample['system']> = {},
  queued = 0,
  watermark = 1,
  served = watermark,
): Sample => ({
  at: second * 1_000,
  watermark,
  served,
  queued,
  system: { ...well, ...more },
})
const seconds = (n: number, of: (s: number) => Sample): Sample[] =>
  Array.from({ length: n + 1 }, (_, s) => of(s))

it('calls a part that is away longer than a blink', () => {
  expect(pipelineStalled(seconds(4, (s) => sample(s, { engine: 'down' })))).toEqual([])
  expect(pipelineStalled(seconds(5, (s) => sample(s, { engine: 'down', writer: 'down' })))).toMatchObject([
    {
      rule: 'pipeline-stalled',
      severity: 'critical',
      unit: null,
      facts: { down: 'engine, writer' },
      level: 2,
    },
  ])
})

it('calls work that waits half a minute while the watermark stands', () => {
  expect(pipelineStalled(seconds(29, (s) => sample(s, {}, 3)))).toEqual([])
  expect(pipelineStalled(seconds(30, (s) => sample(s, {}, 3)))).toHaveLength(1)
  expect(pipelineStalled(seconds(30, (s) => sample(s, {}, 3, s)))).toEqual([])
  expect(pipelineStalled(seconds(30, (s) => sample(s, {}, s === 20 ? 0 : 3)))).toEqual([])
})

it('calls figures that are not read anew for half a minute, but not before the first reading', () => {
  const unread = (s: number) => sample(s, {}, 0, s + 2, 1)
  expect(figuresBehind(seconds(29, unread))).toBe(false)
  expect(figuresBehind(seconds(30, unread))).toBe(true)
  expect(pipelineStalled(seconds(30, unread))).toMatchObject([{ facts: { down: '', batches: 0 } }])
  expect(figuresBehind(seconds(30, (s) => sample(s, {}, 0, s + 2, s + 1)))).toBe(false)
  expect(figuresBehind(seconds(30, (s) => sample(s, {}, 0, s + 2, 0)))).toBe(false)
})

it('calls a quarantine that grows, not one that is full', () => {
  const growing = (from: number, to: number) => [
    sample(0, { quarantineOpen: from }),
    sample(60, { quarantineOpen: to }),
  ]
  expect(quarantineGrowing(growing(500, 505))).toEqual([])
  expect(quarantineGrowing(growing(500, 510))).toMatchObject([{ facts: { open: 510, grown: 10 } }])
  expect(quarantineGrowing([sample(0, { quarantineOpen: { no: 'unknown', why: 'engine-away' } })])).toEqual(
    [],
  )
})

it('forgets samples after ten minutes', () => {
  expect(keepSamples([sample(0), sample(1)], sample(601)).map((s) => s.at)).toEqual([1_000, 601_000])
})
