import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setImmediate as immediate } from 'node:timers/promises'
import type { EngineFailure, Sessions } from './sessions.js'
import { parseStatement } from './statement.js'

/** More statements than this waiting for a session: the front answers 503. */
const WAITING_MAX = 500

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

function authorised(request: IncomingMessage, token: Buffer): boolean {
  const header = request.headers.authorization ?? ''
  const basic = header.startsWith('Basic ') ? Buffer.from(header.slice(6), 'base64').toString() : ''
  const given =
    basic === '' ? String(request.headers['x-clickhouse-key'] ?? '') : basic.slice(basic.indexOf(':') + 1)
  return timingSafeEqual(digest(given), token)
}

/** The whole body. Not by `stream/consumers`, whose way through a Blob costs megabytes of rows a third more. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function answerError(response: ServerResponse, status: number, code: number, message: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=UTF-8',
    'X-ClickHouse-Exception-Code': String(code),
  })
  response.end(
    message.startsWith('Code:') ? message : `Code: ${code}. DB::Exception: ${message} (REFUSED_AT_THE_DOOR)`,
  )
}

/** HTTP status as ClickHouse gives it for the commonest error codes. */
const statusOf = (code: number): number =>
  code === 241 || code === 159 ? 500 : code === 60 || code === 81 ? 404 : 500

/**
 * The door of the embedded engine: ClickHouse's HTTP interface as far as the official client needs it
 * (statement, inserted rows, `param_*`, `/ping`, error code header). It has no SQL of its own.
 */
export function makeFront(sessions: Sessions, options: { token: string; database: string }): Server {
  const token = digest(options.token)
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://engine')
    if (url.pathname === '/ping') {
      response.end('Ok.\n')
      return
    }
    if (!authorised(request, token)) return answerError(response, 401, 516, 'Authentication failed')
    if (sessions.waiting > WAITING_MAX)
      return answerError(response, 503, 202, 'too many statements are waiting')
    const parsed = parseStatement(url.searchParams, await bodyOf(request), options.database)
    if (!parsed.ok) return answerError(response, parsed.status, parsed.code, parsed.message)
    // a caller that died is heard of one turn of the loop after its last bytes
    await immediate()
    const bytes = await sessions.run(parsed.statement, () => response.destroyed)
    response.writeHead(200, {
      'Content-Type': 'text/plain; charset=UTF-8',
      'Content-Length': bytes.byteLength,
    })
    response.end(bytes)
  }
  return createServer({ maxHeaderSize: 4 << 20, keepAliveTimeout: 10_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const { code, message } = error as Partial<EngineFailure>
      if (!response.headersSent)
        answerError(response, statusOf(code ?? 0), code ?? 1002, message ?? String(error))
      else response.destroy()
    })
  })
}
