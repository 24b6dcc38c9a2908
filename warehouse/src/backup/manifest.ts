import { z } from 'zod'

/** Rows of a table and a checksum that does not depend on their order. */
export const tableSum = z.object({ table: z.string(), rows: z.int(), sum: z.string() })
export type TableSum = z.infer<typeof tableSum>

/** What a backup of the store is: enough to judge, before anything is touched, whether it may be restored here. */
export const storeManifest = z.object({
  /** Where the backup lies on the disk `backups`. */
  name: z.string(),
  database: z.string(),
  /** Number of the newest migration. */
  schema: z.int(),
  kind: z.enum(['real', 'exercise']),
  scale: z.number(),
  tables: z.array(tableSum),
})
export type StoreManifest = z.infer<typeof storeManifest>

/** The backup cannot be made or restored; the message is for the person at the terminal. */
export class BackupError extends Error {
  override name = 'BackupError'
}
