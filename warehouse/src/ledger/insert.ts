import { groupBy } from '@mcc/contract'
import type { Warehouse } from '../connect.js'
import { ROW_COLUMNS, type SignedRow } from './apply.js'
import { COLUMNS, ledgerOf } from './content.js'

// asynchronous inserts and tokens are off: exactness rests on target − net, see docs/correctness.md
// one batch of old records may touch more months than the engine allows by default, and must not stop the queue
const SETTINGS = 'async_insert=0, insert_deduplicate=0, max_partitions_per_insert_block=0'

/** Appends signed rows to their ledgers; resolves after the engine acknowledged rows and roll-ups. Not atomic. */
export async function insertSigned(w: Warehouse, rows: readonly SignedRow[]): Promise<void> {
  for (const [type, part] of groupBy(rows, (r) => r.type)) {
    const columns = [...COLUMNS[type], ...ROW_COLUMNS]
    const body = part.map((r) => r.text).join('\n')
    await w.ch.command({
      query: `INSERT INTO ${ledgerOf(type)} (${columns.join(', ')}) SETTINGS ${SETTINGS} FORMAT TabSeparated\n${body}`,
    })
  }
}
