import type { SystemState } from '@mcc/contract'
import { expect, it } from 'vitest'
import { keepSamples, pipelineStalled, quarantineGrowing, type Sample } from './machine-rules.js'

const well: SystemState = {
  engine: 'up',
  redis: 'up',
  writer: 'up',
  inFlight: 0,
  accounting: { received: 0, stored: 0, duplicate: 0, superseded: 0, quarantined: 0 },
  quarantineOpen: 0,
}
const sample = (second: number, more: Partial<SystemState> = {}, queued = 0, watermark = 1): Sample => ({
  at: second * 1_000,
  watermark,
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
