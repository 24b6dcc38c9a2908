import { connect } from 'node:net'

/** Does `url` answer a GET with 2xx within `timeoutMs`? Never throws. */
export async function httpAlive(url: string, timeoutMs = 2_000): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/** Does the Redis on a loopback `port` answer PING with PONG within `timeoutMs`? Never throws. */
export function redisAlive(port: number, password: string, timeoutMs = 2_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    let heard = ''
    const end = (alive: boolean) => {
      socket.destroy()
      resolve(alive)
    }
    socket.setTimeout(timeoutMs, () => end(false))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`))
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1')
      if (heard.includes('+PONG')) end(true)
      else if (heard.split('\r\n').length > 2) end(false)
    })
  })
}
