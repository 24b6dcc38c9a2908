import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/** What the gateway answered, as text. */
export interface HttpAnswer {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly body: string
}
export interface Transport {
  /** Posts a body; rejects on anything but a complete answer. */
  post(body: string, headers: Readonly<Record<string, string>>): Promise<HttpAnswer>
  close(): void
}

/** No answer within this time counts as a network error; the same bytes are sent again. */
const ANSWER_WITHIN_MS = 30_000

/** HTTP with connections kept alive, at most `connections` at once. `url` is the full address of `POST /v1/events`. */
export function httpTransport(url: URL, connections: number): Transport {
  const secure = url.protocol === 'https:'
  const agent = secure
    ? new HttpsAgent({ keepAlive: true, maxSockets: connections })
    : new HttpAgent({ keepAlive: true, maxSockets: connections })
  const request = secure ? httpsRequest : httpRequest
  return {
    post: (body, headers) =>
      new Promise((resolve, reject) => {
        const length = { 'content-length': String(Buffer.byteLength(body)) }
        const call = request(url, { method: 'POST', agent, headers: { ...headers, ...length } }, (answer) => {
          read(answer).then(resolve, reject)
        })
        call.setTimeout(ANSWER_WITHIN_MS, () => call.destroy(new Error('no answer in time')))
        call.on('error', reject)
        call.end(body)
      }),
    close: () => agent.destroy(),
  }
}

async function read(answer: IncomingMessage): Promise<HttpAnswer> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  if (!answer.complete) throw new Error('the answer was cut off')
  return {
    status: answer.statusCode ?? 0,
    retryAfter: answer.headers['retry-after'],
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
