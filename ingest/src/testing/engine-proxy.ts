import { createServer, type IncomingMessage, request as forward } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/**
 * How one request to the engine fails: it never arrives; the caller goes away while it runs; it has its effect and the
 * answer is lost; the engine takes the first half of an insert's rows.
 */
export type Fault = 'before' | 'during' | 'after' | 'half'

export interface EngineProxy {
  url: string
  /** Counts requests from 1 and lets the given ones fail, each once. */
  arm(faults: ReadonlyMap<number, Fault>): void
  /** Requests since `arm`. */
  readonly requests: number
  /** Resolves when nothing that was forwarded is still at work. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Half of the rows after the first line of an insert; any other statement stays whole. */
function halfOf(body: Buffer): Buffer {
  const [statement, ...rows] = body.toString('utf8').split('\n')
  if (!statement!.startsWith('INSERT INTO') || rows.length < 2) return body
  return Buffer.from([statement, ...rows.slice(0, Math.ceil(rows.length / 2))].join('\n'))
}

/** A proxy before the engine of `target` that cuts chosen requests. */
export async function startEngineProxy(target: string): Promise<EngineProxy> {
  let faults: ReadonlyMap<number, Fault> = new Map()
  let requests = 0
  const underWay = new Set<Promise<unknown>>()

  function pass(request: IncomingMessage, body: Buffer): Promise<{ head: IncomingMessage; body: Buffer }> {
    const answer = new Promise<{ head: IncomingMessage; body: Buffer }>((resolve, reject) => {
      const {
        host: _host,
        'content-length': _length,
        'transfer-encoding': _coding,
        ...headers
      } = request.headers
      const call = forward(
        new URL(request.url ?? '/', target),
        { method: request.method, headers: { ...headers, 'content-length': body.length }, agent: false },
        (head) => void buffer(head).then((text) => resolve({ head, body: text }), reject),
      )
      call.on('error', reject)
      call.end(body)
    })
    const run = answer.catch(() => undefined).finally(() => underWay.delete(run))
    underWay.add(run)
    return answer
  }

  const server = createServer((request, response) => {
    const fault = faults.get(++requests)
    const work = async (): Promise<void> => {
      const body = await buffer(request)
      if (fault === 'before') return void request.socket.destroy()
      const answered = pass(request, fault === 'half' ? halfOf(body) : body)
      if (fault === 'during') return void request.socket.destroy()
      const answer = await answered
      if (fault) return void request.socket.destroy()
      response.writeHead(answer.head.statusCode ?? 502, answer.head.headers).end(answer.body)
    }
    work().catch(() => request.socket.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arm(next) {
      faults = next
      requests = 0
    },
    get requests() {
      return requests
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
