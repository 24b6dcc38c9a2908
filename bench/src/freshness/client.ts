import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ClientToServer, type Held, onDelta, onSnapshot, type ServerToClient } from '@mcc/contract'
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'

/** A viewer of the nation, as the dashboard is one. */
export interface Viewer {
  /** Doses of the nation as last shown; undefined until there is a figure. */
  doses(): number | undefined
  close(): void
}

const state = z.looseObject({ doses: z.unknown() })

/** The cookie of the first-run link. */
async function signIn(dashboard: string, data: string): Promise<string> {
  const links = z
    .looseObject({ enter: z.string() })
    .parse(JSON.parse(await readFile(join(data, 'secrets', 'first-run.json'), 'utf8')))
  const answer = await fetch(dashboard + links.enter, { redirect: 'manual' })
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0]!)
    .join('; ')
}

/** Opens a viewer; `shown` is told each time the figure may have changed, as soon as it is received. */
export async function openViewer(
  dashboard: string,
  data: string,
  shown: (doses: number) => void,
): Promise<Viewer> {
  const cookie = await signIn(dashboard, data)
  const socket: Socket<ServerToClient, ClientToServer> = io(dashboard, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie, origin: dashboard },
  })
  let held: Held | undefined
  const dosesOf = (): number | undefined => {
    const doses = held === undefined ? undefined : state.parse(held.state).doses
    return typeof doses === 'number' ? doses : undefined
  }
  const tell = (): void => {
    const doses = dosesOf()
    if (doses !== undefined) shown(doses)
  }
  socket.on('snapshot', (m) => {
    held = onSnapshot(held, m)
    tell()
  })
  socket.on('delta', (m) => {
    const reduced = onDelta(held, m)
    held = reduced.held
    if (reduced.resync) socket.emit('resync', { topic: m.topic })
    tell()
  })
  socket.on('connect', () => socket.emit('subscribe', { topics: ['nation'] }))
  return { doses: dosesOf, close: () => void socket.close() }
}
