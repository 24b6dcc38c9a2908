import { defineConfig } from 'vitest/config'

/** Pictures for eyes are taken when asked for (`npm run pictures`), never among the tests. */
export default defineConfig({
  test: { root: import.meta.dirname, include: ['*.pictures.ts'], pool: 'forks', maxWorkers: 1 },
})
