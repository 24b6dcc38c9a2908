import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { type Counted, OUTCOMES } from '@mcc/warehouse'
import type { Phase } from './measured.js'

export interface WriterMetrics {
  worked(counted: Counted, watermark: number, ms: number): void
  failed(): void
  /** Statements of a phase were under way for this long. */
  busy: (this: void, phase: Phase, ms: number) => void
  text(): Promise<string>
}

/** Prometheus metrics of the writer. */
export function makeWriterMetrics(): WriterMetrics {
  const registry = new Registry()
  const registers = [registry]
  const outcomes = new Counter({
    name: 'mcc_writer_records_total',
    help: 'Records worked off, by outcome',
    labelNames: ['outcome'],
    registers,
  })
  const conflicts = new Counter({
    name: 'mcc_writer_conflicts_total',
    help: 'Same revision with other content',
    registers,
  })
  const mended = new Counter({
    name: 'mcc_writer_mended_total',
    help: 'Roll-up keys mended after a crash',
    registers,
  })
  const left = new Counter({
    name: 'mcc_writer_left_total',
    help: 'Records left as they are after a crash, since the ledger knows a later revision than their state',
    registers,
  })
  const failures = new Counter({
    name: 'mcc_writer_failures_total',
    help: 'Groups that had to be repeated',
    registers,
  })
  const busy = new Counter({
    name: 'mcc_writer_busy_seconds_total',
    help: 'Time in which statements of a phase were under way; phases may overlap',
    labelNames: ['phase'],
    registers,
  })
  const seconds = new Histogram({
    name: 'mcc_writer_group_seconds',
    help: 'Time to work off a group',
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  })
  const watermark = new Gauge({
    name: 'mcc_writer_watermark_ms',
    help: 'Settled watermark, epoch ms',
    registers,
  })
  return {
    worked(counted, settled, ms) {
      for (const kind of OUTCOMES)
        outcomes.inc({ outcome: kind }, counted.outcomes.filter((o) => o.kind === kind).length)
      conflicts.inc(counted.outcomes.filter((o) => o.conflict).length)
      mended.inc(counted.mended)
      left.inc(counted.left)
      seconds.observe(ms / 1_000)
      watermark.set(settled)
    },
    failed: () => failures.inc(),
    busy: (phase, ms) => busy.inc({ phase }, ms / 1_000),
    text: () => registry.metrics(),
  }
}
