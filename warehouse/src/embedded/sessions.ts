import { Session } from 'chdb'
import type { Statement } from './statement.js'

/** A query of chdb's failed; `code` is ClickHouse's error number. */
export interface EngineFailure {
  code: number
  message: string
}

export interface Sessions {
  /**
   * Runs one statement when a session is free; rejects with `EngineFailure`, also when `abandoned` says by then that
   * nobody waits for it any more: whoever asked may already be making good what he believes undone.
   */
  run(statement: Statement, abandoned: () => boolean): Promise<Uint8Array>
  readonly waiting: number
  /** Ends after the statements under way have ended. */
  close(): Promise<void>
}

const literal = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`

function failure(error: unknown): EngineFailure {
  const { message = String(error), clickhouseCode } = error as { message?: string; clickhouseCode?: number }
  const code = clickhouseCode ?? Number(/Code: (\d+)/.exec(message)?.[1] ?? 1002)
  return { code, message }
}

/**
 * A pool of chdb sessions on one directory. A session is serial and keeps what is SET on it, so a statement has it alone.
 * Parameters are SET on that session and bound by the engine: chdb's own binding runs one such query at a time
 * in the whole process, because its parameters are not kept apart between sessions. `configFile` is the engine's own XML.
 */
export async function openSessions(
  path: string,
  database: string,
  size: number,
  configFile: string,
): Promise<Sessions> {
  const free: Session[] = []
  const queue: ((s: Session) => void)[] = []
  const all = Array.from(
    { length: size },
    () => new Session(path, { connectionArgs: [`--config-file=${configFile}`] }),
  )
  await all[0]!.queryAsync(`CREATE DATABASE IF NOT EXISTS ${database} ENGINE = Atomic`)
  for (const session of all) await session.queryAsync(`USE ${database}`)
  free.push(...all)

  const take = (): Promise<Session> => {
    const session = free.pop()
    return session ? Promise.resolve(session) : new Promise((resolve) => queue.push(resolve))
  }
  const give = (session: Session): void => {
    const next = queue.shift()
    if (next) next(session)
    else free.push(session)
  }

  return {
    get waiting() {
      return queue.length
    },
    async run(statement, abandoned) {
      const session = await take()
      try {
        if (abandoned()) throw new Error('Code: 734. DB::Exception: the caller went away (CLIENT_GONE)')
        const params = Object.entries(statement.params)
        if (params.length > 0) {
          await session.queryAsync(`SET ${params.map(([k, v]) => `param_${k} = ${literal(v)}`).join(', ')}`)
        }
        const result = await session.queryAsync(statement.sql, { format: 'TabSeparated' })
        return result.bytes()
      } catch (error) {
        throw failure(error)
      } finally {
        give(session)
      }
    },
    async close() {
      for (const session of await Promise.all(all.map(() => take()))) session.close()
    },
  }
}
