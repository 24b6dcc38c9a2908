import type { SystemState } from '@mcc/contract'
import type { AccountedHour } from '@mcc/warehouse'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the service says of itself to Prometheus. No label holds anything of a person. */
export class Metrics {
  readonly registry = new Registry()
  private readonly registers = [this.registry]
  readonly reread = new Histogram({
    name: 'mcc_reread_seconds',
    help: 'Time to read again what was touched',
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: this.registers,
  })
  readonly deltas = new Counter({
    name: 'mcc_deltas_total',
    help: 'Deltas published',
    registers: this.registers,
  })
  readonly sockets = new Gauge({ name: 'mcc_sockets', help: 'Connected sockets', registers: this.registers })
  private readonly watermarkAge = new Gauge({
    name: 'mcc_watermark_age_seconds',
    help: 'Real time minus watermark; on an exercise it says nothing',
    registers: this.registers,
  })
  private readonly up = new Gauge({
    name: 'mcc_dependency_up',
    help: '1 while the dependency answers',
    labelNames: ['dependency'],
    registers: this.registers,
  })
  private readonly accounting = new Gauge({
    name: 'mcc_accounting_records',
    help: 'Records of the hours touched in the last day, by source and what became of them; unexplained should be 0',
    labelNames: ['source', 'kind'],
    registers: this.registers,
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  /** The books of the last day. */
  books(hours: readonly AccountedHour[]): void {
    this.accounting.reset()
    for (const { source, hour: _hour, ...counts } of hours)
      for (const [kind, n] of Object.entries(counts)) this.accounting.inc({ source, kind }, n)
  }

  /** One look at the machine; `ageMs` is real time minus watermark. */
  look(system: Omit<SystemState, 'behind'>, ageMs: number | undefined): void {
    if (ageMs !== undefined) this.watermarkAge.set(ageMs / 1_000)
    for (const dependency of ['engine', 'redis', 'writer'] as const)
      this.up.set({ dependency }, system[dependency] === 'up' ? 1 : 0)
  }
}
