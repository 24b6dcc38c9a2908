import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'

const running = query({
  name: 'running-inserts',
  sql: `SELECT count() AS n FROM system.processes
        WHERE startsWith(query, 'INSERT INTO') AND position(query, '_ledger') BETWEEN 1 AND 60`,
  params: z.object({}),
  row: z.object({ n: z.number() }),
})

/**
 * Waits until no ledger insert runs in the engine. After a broken connection the statement may still be at work;
 * reading the ledger before it ends would see half of it.
 */
export async function insertsEnded(w: Warehouse): Promise<void> {
  while (((await running(w, {}))[0]?.n ?? 0) > 0) await sleep(50)
}
