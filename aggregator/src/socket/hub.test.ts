import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_PLAYLISTS, type Held, type Json, onDelta, onSnapshot } from '@mcc/contract'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Accounts } from '../access/accounts.js'
import { Displays } from '../access/displays.js'
import { Identities } from '../access/identity.js'
import { Sessions } from '../access/sessions.js'
import { Board } from '../live/board.js'
import { Metrics } from '../metrics.js'
import { type Client, connected, socketOf, until } from '../testing/client.js'
import { Hub } from './hub.js'

let secrets: string
let stop: () => Promise<void>
let open: () => Promise<Client>
let publish: (state: Json) => void
const board = new Board('e')

beforeEach(async () => {
  secrets = await mkdtemp(join(tmpdir(), 'mcc-hub-'))
  const [accounts, displays] = [new Accounts(secrets), new Displays(secrets)]
  const { token } = await displays.create('Hall', Date.now())
  const identities = new Identities({ accounts, displays, sessions: await Sessions.open(secrets) }, Date.now)
  const http = createServer()
  const hub = new Hub(http, {
    board,
    identities,
    playlists: () => DEFAULT_PLAYLISTS,
    origins: [],
    metrics: new Metrics(),
    log: pino({ level: 'silent' }),
    now: Date.now,
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  open = async () => {
    const socket = socketOf(base, `mcc_display=${token}`, base)
    await connected(socket)
    return socket
  }
  publish = (state) => {
    const delta = board.publish('nation', state, new Date().toISOString())
    hub.send(delta ? [delta] : [])
  }
  stop = () => hub.close()
})
afterEach(async () => {
  await stop()
  await rm(secrets, { recursive: true, force: true })
})

/** A reader as the dashboard is one: it holds a topic and asks again after a gap. */
function follow(socket: Client): { held: () => Held | undefined; deltas: () => number } {
  let held: Held | undefined
  let deltas = 0
  socket.on('snapshot', (m) => (held = onSnapshot(held, m)))
  socket.on('delta', (m) => {
    const next = onDelta(held, m)
    held = next.held
    deltas += 1
    if (next.resync) socket.emit('resync', { topic: 'nation' })
  })
  socket.on('heartbeat', (m) => {
    if (m.seqs.nation !== undefined && m.seqs.nation !== held?.seq) socket.emit('resync', { topic: 'nation' })
  })
  socket.emit('subscribe', { topics: ['nation'] })
  return { held: () => held, deltas: () => deltas }
}

/** The TCP connection beneath a client. */
const lineOf = (socket: Client) =>
  (socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }).ws._socket

it('does not grow with a reader that does not read; he catches up, and the others never wait', async () => {
  publish({ n: -1 })
  const [slow, quick] = [await open(), await open()]
  const [late, live] = [follow(slow), follow(quick)]
  await until(() => late.held() !== undefined && live.held() !== undefined)
  lineOf(slow).pause()
  for (let n = 0; n < 600; n++) {
    publish({ n, padding: String(n).repeat(20_000) })
    if (n % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const end = board.snapshot('nation', '')!.state
  await until(() => (live.held()?.state as { n?: number } | undefined)?.n === 599)
  expect(live.held()?.state).toEqual(end)
  lineOf(slow).resume()
  await until(() => (late.held()?.state as { n?: number } | undefined)?.n === 599)
  expect(late.held()?.state).toEqual(end)
  // deltas were left out for him, not kept for him
  expect(late.deltas()).toBeLessThan(live.deltas() / 2)
  expect(live.deltas()).toBe(600)
  slow.close()
  quick.close()
})

it('stops when asked to stop, and throws out who floods it', async () => {
  const socket = await open()
  const reader = follow(socket)
  await until(() => reader.held() !== undefined)
  // messages keep their order: what is answered after the one before was obeyed
  const answered = async (): Promise<void> => {
    const answer = new Promise<void>((resolve) => socket.once('refused', () => resolve()))
    socket.emit('resync', { topic: 'no such topic' })
    await answer
  }
  socket.emit('unsubscribe', { topics: ['nation'] })
  await answered()
  const { seq } = reader.held()!
  publish({ n: 1_000 })
  await answered()
  expect(reader.held()!.seq).toBe(seq)
  for (let i = 0; i < 300; i++) socket.emit('resync', { topic: 'no such topic' })
  await until(() => !socket.connected)
})
