import { expect, it } from 'vitest'
import { readMigrations, statementsFor } from './plan.js'

it('lays every table out on the whole cluster, in engines that replicate', async () => {
  for (const { name, sql } of await readMigrations()) {
    for (const statement of statementsFor(sql, true)) {
      expect(statement, name).toMatch(/^(CREATE|ALTER|INSERT)/)
      if (!statement.startsWith('INSERT')) expect(statement, name).toContain("ON CLUSTER '{cluster}'")
      if (/\bENGINE\b/.test(statement)) expect(statement, name).toMatch(/ENGINE = Replicated\w*MergeTree\(/)
      expect(statement, name).not.toMatch(/RocksDB|optimize_for_bulk_insert/)
    }
  }
})

it('keeps present states in RocksDB on a store of one machine', async () => {
  const all = (await readMigrations()).flatMap(({ sql }) => statementsFor(sql, false))
  expect(all.filter((s) => s.includes('ENGINE = EmbeddedRocksDB'))).toHaveLength(1)
  expect(all.filter((s) => s.includes('optimize_for_bulk_insert = 0'))).toHaveLength(1)
})

it('lays no ledger of a cluster out anew', async () => {
  const all = (await readMigrations()).flatMap(({ sql }) => statementsFor(sql, true))
  expect(all.filter((s) => s.includes('dose_ledger_by_year'))).toHaveLength(0)
  expect(all.filter((s) => s.includes('merge_selector_base = 20'))).toHaveLength(5)
})
