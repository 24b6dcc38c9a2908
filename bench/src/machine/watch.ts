import { rssMb } from './processes.js'

export interface MemorySample {
  /** Seconds since the watch began. */
  at: number
  mb: Record<string, number>
}

/** Samples the resident memory of processes each second until ended. */
export function watchMemory(pids: () => Record<string, number>): {
  samples: readonly MemorySample[]
  end(): void
} {
  const samples: MemorySample[] = []
  const begun = performance.now()
  const look = async (): Promise<void> => {
    const mb: Record<string, number> = {}
    for (const [name, pid] of Object.entries(pids())) mb[name] = await rssMb(pid).catch(() => 0)
    samples.push({ at: (performance.now() - begun) / 1_000, mb })
  }
  void look()
  const timer = setInterval(() => void look(), 1_000)
  return { samples, end: () => clearInterval(timer) }
}

/** Largest resident memory of each process, MB. */
export function largest(samples: readonly MemorySample[]): Record<string, number> {
  const max: Record<string, number> = {}
  for (const { mb } of samples)
    for (const [name, value] of Object.entries(mb)) max[name] = Math.max(max[name] ?? 0, value)
  return max
}

/** Slope of each process's memory over the samples by least squares, MB a minute. */
export function slopes(samples: readonly MemorySample[]): Record<string, number> {
  const n = samples.length
  const meanAt = samples.reduce((s, x) => s + x.at, 0) / n
  const names = Object.keys(samples.at(-1)?.mb ?? {})
  return Object.fromEntries(
    names.map((name) => {
      const mean = samples.reduce((s, x) => s + (x.mb[name] ?? 0), 0) / n
      const over = samples.reduce((s, x) => s + (x.at - meanAt) * ((x.mb[name] ?? 0) - mean), 0)
      const under = samples.reduce((s, x) => s + (x.at - meanAt) ** 2, 0)
      return [name, under === 0 ? 0 : Number(((60 * over) / under).toFixed(1))]
    }),
  )
}
