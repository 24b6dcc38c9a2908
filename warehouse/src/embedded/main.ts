import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { engineXml } from './engine-xml.js'

const SESSIONS = 6
// read by libuv at its first use, so before anything of the engine is loaded; every running statement holds a thread
process.env['UV_THREADPOOL_SIZE'] ??= String(SESSIONS + 6)

const { openSessions } = await import('./sessions.js')
const { makeFront } = await import('./front.js')

const env = z
  .object({
    MCC_DATA: z.string().min(1).default('./data'),
    ENGINE_PORT: z.coerce.number().int().min(0).max(65_535),
    ENGINE_TOKEN: z.string().min(16),
    /** Where backups are written to and read from; MCC_DATA/backups by default. */
    ENGINE_BACKUPS: z.string().min(1).optional(),
    CLICKHOUSE_DATABASE: z.string().regex(/^\w+$/).default('mcc'),
  })
  .parse(process.env)

const path = join(env.MCC_DATA, 'engine')
mkdirSync(path, { recursive: true })
const configFile = join(path, 'engine.xml')
writeFileSync(configFile, engineXml(resolve(env.ENGINE_BACKUPS ?? join(env.MCC_DATA, 'backups'))))
const sessions = await openSessions(path, env.CLICKHOUSE_DATABASE, SESSIONS, configFile)
const front = makeFront(sessions, { token: env.ENGINE_TOKEN, database: env.CLICKHOUSE_DATABASE })
front.listen(env.ENGINE_PORT, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ msg: 'engine ready', address: front.address(), path })}\n`)
})

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  front.close()
  front.closeIdleConnections()
  void sessions.close().then(() => process.exit(0))
}
process.on('SIGTERM', stop).on('SIGINT', stop)
// tests, benchmarks and tools start it by themselves, without the supervisor's leash
process.on('disconnect', stop)
