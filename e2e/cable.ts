import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The line between one screen and the server, which can be pulled out: packets vanish, nobody is told. */
export interface Cable {
  readonly url: string
  /** From now on nothing passes, and nothing is refused either. */
  pull(): void
  plugIn(): void
  close(): Promise<void>
}

/** Lays a cable to `target` (an `http://127.0.0.1:port`). */
export async function layCable(target: string): Promise<Cable> {
  const ends = new Set<Socket>()
  let pulled = false
  const hold = (end: Socket) => {
    ends.add(end)
    end.on('error', () => end.destroy())
    end.on('close', () => ends.delete(end))
  }
  const server = createServer((near) => {
    hold(near)
    if (pulled) return void near.pause()
    const far = connect(Number(new URL(target).port), '127.0.0.1')
    hold(far)
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const dropAll = () => {
    for (const end of ends) end.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull() {
      pulled = true
      for (const end of ends) {
        end.unpipe()
        end.pause()
      }
    },
    plugIn() {
      pulled = false
      dropAll()
    },
    async close() {
      dropAll()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}
