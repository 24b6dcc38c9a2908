import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { z } from 'zod'

/** Where the engine is: a ClickHouse server, or the embedded engine behind the same interface. */
export const warehouseEnv = z.object({
  CLICKHOUSE_URL: z.url(),
  CLICKHOUSE_USER: z.string().default('default'),
  CLICKHOUSE_PASSWORD: z.string().default(''),
  CLICKHOUSE_DATABASE: z.string().regex(/^\w+$/).default('mcc'),
})
export type WarehouseConfig = z.infer<typeof warehouseEnv>

/** A connection to the engine. `database` may not exist yet; every table name is resolved in it. */
export interface Warehouse {
  readonly ch: ClickHouseClient
  readonly database: string
  close(): Promise<void>
}

/**
 * Opens the official client. Requests end after `timeoutMs` (default 30 s); a slow statement goes on in the engine,
 * so whoever repeats one must first wait for it (see `ledger/running.ts`).
 */
export function connect(config: WarehouseConfig, timeoutMs = 30_000): Warehouse {
  const ch = createClient({
    url: config.CLICKHOUSE_URL,
    username: config.CLICKHOUSE_USER,
    password: config.CLICKHOUSE_PASSWORD,
    database: config.CLICKHOUSE_DATABASE,
    request_timeout: timeoutMs,
    max_open_connections: 8,
    // must stay below the server's own limit, or a request meets a closing socket
    keep_alive: { enabled: true, idle_socket_ttl: 2_000 },
    // it would put errors on stderr with the rows that the engine quotes in them; whoever asks logs what it may
    log: { level: ClickHouseLogLevel.OFF },
    compression: { request: false, response: false },
  })
  return { ch, database: config.CLICKHOUSE_DATABASE, close: () => ch.close() }
}
