import { isTopic, type ClientToServer, type ServerToClient, type Topic } from '@mcc/contract'
import { io, type Socket } from 'socket.io-client'
import { lineIsBack } from '../rest/again.js'
import { LiveStore } from './live-store.js'

const RETRY_MIN_MS = 1_000
const RETRY_MAX_MS = 10_000
const TICK_MS = 500
/** More than a clock is ever set forward by little steps. */
const SLEPT_MS = 5_000

/** Frames stop in a hidden tab, timers do not. */
const nextFrame = (commit: () => void): void => {
  if (document.hidden) setTimeout(commit, 100)
  else requestAnimationFrame(commit)
}

/** Ticks; after a sleep, in which only the clock of the day went on, says so first. */
function keepTicking(live: LiveStore): void {
  const ahead = () => Date.now() - performance.now()
  let before = ahead()
  setInterval(() => {
    const now = ahead()
    if (now - before > SLEPT_MS) live.slept()
    before = now
    live.tick()
  }, TICK_MS)
}

/** Opens the live line to the server the page came from (websocket only) and returns its store. */
function openLive(onUnauthorised: () => void): LiveStore {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    transports: ['websocket'],
    reconnectionDelay: RETRY_MIN_MS,
    reconnectionDelayMax: RETRY_MAX_MS,
    randomizationFactor: 0.5,
  })
  const whenOpen = (say: () => void) => {
    if (socket.connected) say()
  }
  const live = new LiveStore(
    {
      subscribe: (topics: Topic[]) => whenOpen(() => socket.emit('subscribe', { topics })),
      unsubscribe: (topics: Topic[]) => whenOpen(() => socket.emit('unsubscribe', { topics })),
      resync: (topic: Topic) => whenOpen(() => socket.emit('resync', { topic })),
    },
    { monotonic: () => performance.now(), schedule: nextFrame },
  )
  socket.on('connect', () => {
    live.opened()
    lineIsBack()
  })
  socket.on('disconnect', (reason) => {
    live.closed()
    // The library does not come back by itself when the server closed the line.
    if (reason === 'io server disconnect')
      setTimeout(() => socket.connect(), RETRY_MIN_MS + Math.random() * RETRY_MAX_MS * 0.5)
  })
  socket.on('connect_error', () => {
    if (!socket.active) setTimeout(() => socket.connect(), RETRY_MIN_MS + Math.random() * RETRY_MAX_MS * 0.5)
    onUnauthorised()
  })
  socket.on('snapshot', (m) => live.snapshot(m))
  socket.on('delta', (m) => live.delta(m))
  socket.on('heartbeat', (m) => live.heartbeat(m))
  socket.on('refused', ({ topic }) => {
    if (isTopic(topic)) live.refused(topic)
  })
  // The back-off may have grown to its longest while the cable was out, and the library does not cut it short.
  window.addEventListener('online', () => {
    if (!socket.connected) socket.disconnect().connect()
  })
  keepTicking(live)
  return live
}

let line: LiveStore | undefined

/** The page's one live line, opened at its first use and kept for the life of the page. */
export const liveLine = (onUnauthorised: () => void): LiveStore => (line ??= openLive(onUnauthorised))
