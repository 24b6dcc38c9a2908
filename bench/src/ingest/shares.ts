import { cpuSeconds } from '../machine/processes.js'
import { readMetrics, total } from '../machine/metrics.js'
import type { Services } from '../machine/machine.js'
import { round } from '../figures.js'

/** What processes and writer had used at one moment. */
export interface Usage {
  at: number
  cpu: Record<string, number>
  metrics: Map<string, number>
}

export async function readUsage(services: Services): Promise<Usage> {
  const pids = { ...services.pids, sender: process.pid }
  const cpu = await Promise.all(
    Object.entries(pids).map(async ([name, pid]) => [name, await cpuSeconds(pid)] as const),
  )
  return { at: performance.now(), cpu: Object.fromEntries(cpu), metrics: await readMetrics(services.writer) }
}

export interface Shares {
  /** Share of the time in which the writer had a statement of this kind under way in the engine; they may overlap. */
  engineBusy: Record<string, number>
  /** Cores used by each process; the sender is this benchmark. */
  cores: Record<string, number>
  /** Records in a group, on average. */
  groupRecords: number
}

/** Where the time went between two moments. */
export function sharesBetween(a: Usage, b: Usage, records: number): Shares {
  const seconds = (b.at - a.at) / 1_000
  const phases = ['lookup', 'insert', 'state', 'accounting', 'other']
  const busy = (u: Usage, phase: string): number =>
    u.metrics.get(`mcc_writer_busy_seconds_total{phase="${phase}"}`) ?? 0
  const groups =
    total(b.metrics, 'mcc_writer_group_seconds_count') - total(a.metrics, 'mcc_writer_group_seconds_count')
  return {
    engineBusy: Object.fromEntries(phases.map((p) => [p, round((busy(b, p) - busy(a, p)) / seconds, 3)])),
    cores: Object.fromEntries(
      Object.keys(b.cpu).map((name) => [name, round((b.cpu[name]! - (a.cpu[name] ?? 0)) / seconds, 2)]),
    ),
    groupRecords: Math.round(records / Math.max(1, groups)),
  }
}
