import { z } from 'zod'
import { connect, warehouseEnv } from '../connect.js'
import { declareStore } from '../store-kind.js'
import { migrate } from './migrate.js'
import { readMigrations } from './plan.js'

/** Brings the store to the present schema and declares whether it is real or an exercise; safe to repeat. */
const env = warehouseEnv
  .extend({
    MCC_EXERCISE_SCALE: z.coerce.number().gt(0).max(1).optional(),
    CLICKHOUSE_CLUSTER: z.enum(['0', '1']).default('0'),
  })
  .parse(process.env)
/** A migration may copy a ledger: some 150 million rows. */
const COPY_MS = 2 * 3_600_000
const options = { cluster: env.CLICKHOUSE_CLUSTER === '1', now: Date.now }

async function createDatabase(): Promise<void> {
  const w = connect({ ...env, CLICKHOUSE_DATABASE: 'default' })
  const on = options.cluster ? ` ON CLUSTER '{cluster}'` : ''
  await w.ch.command({
    query: `CREATE DATABASE IF NOT EXISTS ${env.CLICKHOUSE_DATABASE}${on} ENGINE = Atomic`,
  })
  await w.close()
}

try {
  await createDatabase()
  const w = connect(env, COPY_MS)
  const names = await migrate(w, await readMigrations(), options)
  await declareStore(
    w,
    env.MCC_EXERCISE_SCALE === undefined ? undefined : { scale: env.MCC_EXERCISE_SCALE },
    Date.now(),
  )
  await w.close()
  process.stdout.write(`${JSON.stringify({ msg: 'schema ready', applied: names })}\n`)
} catch (error) {
  process.stderr.write(`migrate: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
