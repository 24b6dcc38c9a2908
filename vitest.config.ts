import { defineConfig } from 'vitest/config'

const conditions = ['mcc:source', 'node']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // chdb segfaults in worker threads
    pool: 'forks',
    maxWorkers: 2,
    include: ['{contract,geo,warehouse,ingest,aggregator,ops,dashboard,bench}/src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
