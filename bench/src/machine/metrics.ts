import { setTimeout as sleep } from 'node:timers/promises'

/** Values of a service's metrics by name with labels, as Prometheus text spells them. */
export async function readMetrics(service: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${service}/metrics`)).text()
  const lines = text.split('\n').filter((l) => l !== '' && !l.startsWith('#'))
  return new Map(lines.map((l) => [l.slice(0, l.lastIndexOf(' ')), Number(l.slice(l.lastIndexOf(' ') + 1))]))
}

/** Sum over all labels of a metric. */
export const total = (metrics: ReadonlyMap<string, number>, name: string): number =>
  [...metrics].reduce((n, [key, value]) => (key === name || key.startsWith(`${name}{`) ? n + value : n), 0)

/** Records that the writer has worked off since its start. */
export const counted = async (writer: string): Promise<number> =>
  total(await readMetrics(writer), 'mcc_writer_records_total')

/** Waits until the writer has worked off `records`; throws when it makes no headway for two minutes. */
export async function untilCounted(
  writer: string,
  records: number,
  told: (n: number) => void = () => undefined,
): Promise<void> {
  let last = -1
  for (let since = performance.now(); ; await sleep(50)) {
    const n = await counted(writer)
    if (n >= records) return
    if (n !== last) since = performance.now()
    if (performance.now() - since > 120_000) throw new Error(`the writer stands still at ${n} of ${records}`)
    if (n !== last) told(n)
    last = n
  }
}
