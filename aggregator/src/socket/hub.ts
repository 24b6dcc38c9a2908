import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { type Delta, HEARTBEAT_MS, isTopic, type Playlist, TOPICS } from '@mcc/contract'
import type { Logger } from 'pino'
import { Server } from 'socket.io'
import { z } from 'zod'
import { type Identities, type Identity, sameCaller } from '../access/identity.js'
import { ownOrigin } from '../access/origin.js'
import { RateLimit } from '../access/rate-limit.js'
import { admits, cutTo } from '../access/topic-needs.js'
import type { Board } from '../live/board.js'
import type { Metrics } from '../metrics.js'
import type { Io, Socket } from './io.js'
import { Joiners } from './joiners.js'
import { cutRooms, roomOf, topicsOf } from './rooms.js'

/** Packets that may wait for one reader; with more he misses deltas, sees the gap and asks again. */
const SLOW_PACKETS = 16
const SLOW = 'slow'
/** Credentials are looked up again this often: revoked means cut off within five seconds. */
const SWEEP_MS = 2_000
const MESSAGES = 200
const MESSAGES_WINDOW_MS = 10_000

interface HubParts {
  board: Board
  identities: Identities
  /** As they stand now. */
  playlists: () => readonly Playlist[]
  origins: readonly string[]
  metrics: Metrics
  log: Logger
  now: () => number
}

const topicsMessage = z.strictObject({ topics: z.array(z.string().max(40)).max(100) })
const topicMessage = z.strictObject({ topic: z.string().max(40) })

/** The live channel: who may connect, what he may hear, and that he hears it whole or notices that he did not. */
export class Hub {
  private readonly io: Io
  private readonly admitted = new WeakMap<IncomingMessage, Identity>()
  private readonly joiners: Joiners
  private readonly rate = new RateLimit(MESSAGES, MESSAGES_WINDOW_MS)
  private readonly timers: NodeJS.Timeout[]

  constructor(
    http: HttpServer,
    private readonly parts: HubParts,
  ) {
    this.io = new Server(http, {
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: 16_384,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      allowRequest: (request, done) => void this.admit(request, done),
    })
    this.joiners = new Joiners(this.io, parts.board, parts.now)
    this.io.use((socket, next) => {
      const identity = this.admitted.get(socket.request)
      if (identity) socket.data.identity = identity
      next(identity ? undefined : new Error('not_signed_in'))
    })
    this.io.on('connection', (socket) => this.connected(socket))
    this.timers = [
      setInterval(() => this.heartbeat(), HEARTBEAT_MS),
      setInterval(() => void this.sweep().catch((e: unknown) => this.troubled(e)), SWEEP_MS),
    ]
  }

  private troubled(error: unknown): void {
    this.parts.log.error({ error: String(error) }, 'credentials cannot be looked up')
  }

  /** CORS does not keep a foreign page from opening a websocket; this does. Why somebody is refused; null lets in. */
  private async refusalOf(request: IncomingMessage): Promise<string | null> {
    const { identities, origins } = this.parts
    if (!ownOrigin(request.headers, origins)) return 'foreign origin'
    try {
      const identity = await identities.of(request.headers.cookie, true)
      if (!identity) return 'not signed in'
      this.admitted.set(request, identity)
      return null
    } catch (error) {
      this.troubled(error)
      return 'cannot sign in now'
    }
  }

  private async admit(
    request: IncomingMessage,
    done: (error: string | null, ok: boolean) => void,
  ): Promise<void> {
    const refusal = await this.refusalOf(request)
    done(refusal, refusal === null)
  }

  private connected(socket: Socket): void {
    // each first request would else be kept for as long as its socket lives
    Object.assign(socket.conn, { request: undefined })
    this.parts.metrics.sockets.set(this.io.engine.clientsCount)
    socket.on('disconnect', () => {
      this.joiners.forget(socket.id)
      this.parts.metrics.sockets.set(this.io.engine.clientsCount)
    })
    socket.use((_event, next) => {
      if (this.rate.take(socket.id, this.parts.now()) === 0) return next()
      socket.disconnect(true)
    })
    socket.on('subscribe', (m) => this.eachTopic(socket, topicsMessage.safeParse(m).data?.topics ?? []))
    socket.on('resync', (m) => this.eachTopic(socket, [topicMessage.safeParse(m).data?.topic ?? '']))
    socket.on('unsubscribe', (m) => {
      const { caller } = socket.data.identity
      for (const topic of topicsMessage.safeParse(m).data?.topics ?? [])
        if (isTopic(topic)) this.joiners.leave(socket.id, topic, cutTo(caller, topic))
    })
  }

  /** The room is derived here from a topic that the caller may read; nothing a client says is a room's name. */
  private eachTopic(socket: Socket, names: readonly string[]): void {
    const { caller } = socket.data.identity
    for (const name of names) {
      const admitted = admits(caller, name, this.parts.playlists())
      if (admitted.ok) this.joiners.join(socket.id, admitted.topic, cutTo(caller, admitted.topic))
      else socket.emit('refused', { topic: name, code: admitted.code })
    }
  }

  /**
   * Sends deltas to who hears their topics. Nobody's memory of this process grows with a slow reader: beyond a few
   * packets he is left out, which he notices by the gap in `prev`, or by the next heartbeat.
   */
  send(deltas: readonly Delta[]): void {
    this.markSlow()
    for (const delta of deltas) {
      this.parts.metrics.deltas.inc()
      const changed = delta.changes.length > 0
      // a delta without changes, which only moves the time, is the same for a part; else walls are sent theirs whole
      const { rooms } = this.io.of('/').adapter
      const hear = [roomOf(delta.topic), ...(changed ? [] : cutRooms(rooms.keys(), delta.topic))]
      if (hear.some((room) => rooms.has(room))) this.io.to(hear).except(SLOW).emit('delta', delta)
      if (changed && delta.topic === 'playlists') this.holdWalls()
    }
    this.joiners.flushSoon()
  }

  /** Each wall is sent its playlist as it stands now, and hears no more what the scenes of that do not need. */
  private holdWalls(): void {
    for (const socket of this.io.of('/').sockets.values()) {
      const { caller } = socket.data.identity
      if (caller.role !== 'wall') continue
      const heard = topicsOf(socket.rooms)
      if (heard.includes('playlists')) this.joiners.join(socket.id, 'playlists', cutTo(caller, 'playlists'))
      for (const topic of TOPICS) {
        if (admits(caller, topic, this.parts.playlists()).ok) continue
        this.joiners.leave(socket.id, topic, undefined)
        if (heard.includes(topic)) socket.emit('refused', { topic, code: 'not_allowed' })
      }
    }
  }

  private markSlow(): void {
    for (const socket of this.io.of('/').sockets.values()) {
      const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] }
      if (writeBuffer.length > SLOW_PACKETS) void socket.join(SLOW)
      else if (socket.rooms.has(SLOW)) void socket.leave(SLOW)
    }
  }

  private heartbeat(): void {
    this.markSlow()
    const { board, now } = this.parts
    const serverTime = new Date(now()).toISOString()
    for (const socket of this.io.of('/').sockets.values()) {
      if (socket.rooms.has(SLOW)) continue
      const topics = topicsOf(socket.rooms)
      const seqs = Object.fromEntries(topics.map((t) => [t, board.seqOf(t) ?? 0]))
      socket.emit('heartbeat', { serverTime, epoch: board.epoch, seqs })
    }
  }

  /** Cuts off every socket whose credential was withdrawn, or opens something else than when it connected. */
  private async sweep(): Promise<void> {
    const found = new Map<string, Promise<Identity | undefined>>()
    for (const socket of this.io.of('/').sockets.values()) {
      const { via, digest, caller } = socket.data.identity
      const look = found.get(digest) ?? this.parts.identities.again(via, digest)
      found.set(digest, look)
      const now = await look
      if (!now || !sameCaller(now.caller, caller)) socket.disconnect(true)
    }
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer)
    this.joiners.close()
    await this.io.close()
  }
}
