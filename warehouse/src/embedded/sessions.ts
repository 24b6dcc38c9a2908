import { Session } from 'chdb'
import { sqlLiteral } from '../sql-literal.js'
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

function failure(error: unknown): EngineFailure {
  const { message = String(error), clickhouseCode } = error as { message?: string; clickhouseCode?: number }
  const code = clickhouseCode ?? Number(/Code: (\d+)/.exec(message)?.[1] ?? 1002)
  return { code, message }
}

/**
 * Takes away what a failed statement left on its session: chdb keeps the rows that it had written when it failed, and puts
 * them before the answer of the next statement.
 */
async function rinse(session: Session): Promise<void> {
  for (let i = 0; i < 3; i++) {
    const answer = await session.queryAsync('SELECT 1', { format: 'TabSeparated' })
    if (answer.text() === '1\n') return
  }
  throw new Error('a session still answers with rows of another statement')
}

/**
 * A statement that ran into its own time limit may end without an error and with a part of its rows only: the engine
 * cancels what still reads, and what was read by then looks like all of it. So the clock decides.
 */
function inTime(statement: Statement, ms: number): void {
  if (statement.limitSeconds !== undefined && ms >= statement.limitSeconds * 1_000)
    throw new Error(
      `Code: 159. DB::Exception: Timeout exceeded: elapsed ${Math.round(ms)} ms (TIMEOUT_EXCEEDED)`,
    )
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
          await session.queryAsync(
            `SET ${params.map(([k, v]) => `param_${k} = ${sqlLiteral(v)}`).join(', ')}`,
          )
        }
        const begun = performance.now()
        const result = await session.queryAsync(statement.sql, { format: 'TabSeparated' })
        inTime(statement, performance.now() - begun)
        return result.bytes()
      } catch (error) {
        await rinse(session).catch((broken: unknown) =>
          // better no engine than one whose answers hold another's rows: it is started again
          setImmediate(() => {
            throw broken
          }),
        )
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
