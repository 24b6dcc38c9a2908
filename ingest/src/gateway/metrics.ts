import { Counter, Registry } from 'prom-client'
import type { CheckedBatch } from './check-batch.js'

export interface GatewayMetrics {
  accepted(source: string, checked: CheckedBatch): void
  text(): Promise<string>
}

/** Prometheus counters of the gateway. */
export function makeGatewayMetrics(): GatewayMetrics {
  const registry = new Registry()
  const records = new Counter({
    name: 'mcc_gateway_records_total',
    help: 'Records received in accepted batches, by what the gateway made of them',
    labelNames: ['source', 'result'],
    registers: [registry],
  })
  const rejections = new Counter({
    name: 'mcc_gateway_rejections_total',
    help: 'Reasons for refusing lines',
    labelNames: ['source', 'code'],
    registers: [registry],
  })
  return {
    accepted(source, checked) {
      records.inc({ source, result: 'accepted' }, checked.lines.length)
      records.inc({ source, result: 'refused' }, checked.refused.length)
      for (const r of checked.rejections) rejections.inc({ source, code: r.code })
    },
    text: () => registry.metrics(),
  }
}
