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

/** `preferred` when it is free, else some free loopback port. */
export async function freePort(preferred?: number): Promise<number> {
  let port = preferred
  while (port === undefined || !(await isFree(port, '127.0.0.1'))) port = randomInt(CHOICE.from, CHOICE.to)
  return port
}
