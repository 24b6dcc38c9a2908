import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Can this process listen on `host:port` now? */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/**
 * Ports that the system gives to no outgoing connection (Linux: from 32768): one of those might take a port between its
 * choice and the start of whatever is to listen on it, and then it never starts.
 */
const CHOICE = { from: 20_000, to: 32_000 } as const

/** `preferred` when it is free, else some free loopback port; throws where nothing may be listened on. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred, '127.0.0.1'))) return preferred
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(CHOICE.from, CHOICE.to)
    if (await isFree(port, '127.0.0.1')) return port
  }
  throw new Error('no loopback port is free')
}
