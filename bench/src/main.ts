import { DASHBOARD_DEFAULTS, runDashboard } from './dashboard/dashboard.js'
import { DAY_DEFAULTS, runDay } from './day/day.js'
import { FRESHNESS_DEFAULTS, runFreshness } from './freshness/freshness.js'
import { INGEST_DEFAULTS, runIngest } from './ingest/ingest.js'
import { LOOKUP_DEFAULTS, runLookup } from './lookup/lookup.js'
import { MEMORY_DEFAULTS, runMemory } from './memory/memory.js'
import type { Say } from './figures.js'
import { readOptions, usageOf } from './options.js'

type Run = (args: readonly string[], say: Say) => Promise<unknown>

const bench = <T extends object>(defaults: T, run: (o: T, say: Say) => Promise<unknown>) => ({
  usage: usageOf(defaults),
  run: ((args, say) => run(readOptions(args, defaults), say)) satisfies Run,
})

const BENCHES = {
  ingest: bench(INGEST_DEFAULTS, runIngest),
  freshness: bench(FRESHNESS_DEFAULTS, runFreshness),
  lookup: bench(LOOKUP_DEFAULTS, runLookup),
  day: bench(DAY_DEFAULTS, runDay),
  memory: bench(MEMORY_DEFAULTS, runMemory),
  dashboard: bench(DASHBOARD_DEFAULTS, runDashboard),
}

/** Runs one benchmark on a store and processes of its own; the last line of stdout is its result as one JSON object. */
async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2)
  if (!Object.hasOwn(BENCHES, name)) {
    const lines = Object.entries(BENCHES).map(([n, b]) => `  npm run bench -- ${n} ${b.usage}`)
    process.stderr.write(`${lines.join('\n')}\n`)
    return 2
  }
  const begun = performance.now()
  const say: Say = (what) =>
    void process.stdout.write(`[${((performance.now() - begun) / 1_000).toFixed(0).padStart(5)} s] ${what}\n`)
  const result = await BENCHES[name as keyof typeof BENCHES].run(args, say)
  process.stdout.write(`${JSON.stringify(result)}\n`)
  return 0
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(1)
  },
)
