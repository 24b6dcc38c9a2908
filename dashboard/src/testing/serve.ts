import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach } from 'vitest'

/** The page of each test of the file stands on a server that answers so, over a real line. */
export function serve(answer: RequestListener): void {
  let server: Server
  beforeEach(async () => {
    server = createServer(answer).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { happyDOM } = window as unknown as { happyDOM: { setURL: (url: string) => void } }
    happyDOM.setURL(`http://127.0.0.1:${port}/`)
  })
  afterEach(async () => {
    server.close()
    await once(server, 'close')
  })
}
