import { defineConfig } from 'vitest/config'

const conditions = ['mcc:source', 'node']
const workspaces = '{contract,geo,warehouse,ingest,aggregator,ops,dashboard}'

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // chdb segfaults in worker threads
    pool: 'forks',
    // a busy machine is slow, not wrong: what is waited for may come late; a limit that is meant is set in its test
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: [`${workspaces}/src/**/*.test.{ts,tsx}`],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // each of these runs the whole machine: one after another, when nothing else runs
        extends: true,
        test: {
          name: 'machine',
          include: ['e2e/**/*.test.ts', 'bench/src/**/*.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
