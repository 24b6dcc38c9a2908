import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'

const running = query({
  name: 'running-inserts',
  sql: `SELECT count() AS n FROM system.processes
        WHERE startsWith(query, 'INSERT INTO')`,
  params: z.object({}),
  row: z.object({ n: z.number() }),
})

/**
 * Waits until no insert runs in the engine: ledgers, states, and the mending of roll-ups. After a broken connection the
 * statement may still be at work; reading before it ends would see half of it, and mend the same difference twice.
 */
export async function insertsEnded(w: Warehouse): Promise<void> {
  while (((await running(w, {}))[0]?.n ?? 0) > 0) await sleep(50)
}
