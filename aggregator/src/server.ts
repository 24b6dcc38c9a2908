import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { connect } from '@mcc/warehouse'
import type { Logger } from 'pino'
import { Accounts } from './access/accounts.js'
import { Displays } from './access/displays.js'
import { firstRun, type FirstRun } from './access/first-run.js'
import { Identities } from './access/identity.js'
import { Links } from './access/links.js'
import { RateLimit } from './access/rate-limit.js'
import { Sessions } from './access/sessions.js'
import { Alarms } from './alarms/alarms.js'
import { Audit } from './audit/audit.js'
import type { Config } from './config.js'
import { Board } from './live/board.js'
import { Known } from './known/known.js'
import { Live } from './live/live.js'
import { Metrics } from './metrics.js'
import { peopleOfUnit } from './people.js'
import { Playlists } from './playlists/playlists.js'
import { connectRedis } from './redis.js'
import { makeApp } from './rest/app.js'
import type { RestParts } from './rest/parts.js'
import type { Gate } from './rest/register.js'
import { routesOf } from './rest/routes.js'
import { Hub } from './socket/hub.js'

const TRIES = 20
const TRIES_WINDOW_MS = 5 * 60_000
const DRAIN_MS = 10_000

export interface Running {
  http: Server
  live: Live
  /** How somebody gets in. */
  firstRun: FirstRun
  /** Stops taking requests, lets those under way end, closes every connection. */
  stop(): Promise<void>
}

/** Secrets, stores and memory of the service, before anything runs. Rejects when a file cannot be read. */
async function open(config: Config, log: Logger, now: () => number) {
  const secrets = join(config.MCC_DATA, 'secrets')
  const access = {
    accounts: new Accounts(secrets),
    displays: new Displays(secrets),
    links: new Links(secrets),
    sessions: await Sessions.open(secrets),
  }
  const exercise = config.MCC_EXERCISE_SCALE === undefined ? undefined : { scale: config.MCC_EXERCISE_SCALE }
  return {
    access,
    frame: { people: peopleOfUnit, exercise },
    exercise,
    entries: await firstRun(secrets, access, exercise !== undefined, now()),
    identities: new Identities(access, now),
    kept: {
      alarms: await Alarms.open(config.MCC_DATA),
      audit: new Audit(join(config.MCC_DATA, 'audit')),
      playlists: await Playlists.open(config.MCC_DATA),
    },
    shared: { board: new Board(randomUUID()), metrics: new Metrics(), now, log },
    stores: {
      warehouse: connect(config),
      redis: connectRedis(config.REDIS_URL, 'ask', log),
      subscriber: connectRedis(config.REDIS_URL, 'listen', log),
    },
  }
}
type Opened = Awaited<ReturnType<typeof open>>

function httpOf(config: Config, opened: Opened, live: Live, draining: () => boolean): Server {
  const { access, exercise, frame, identities, kept, shared, stores } = opened
  const parts: RestParts = {
    ...access,
    ...kept,
    ...shared,
    live,
    known: new Known({ warehouse: stores.warehouse, frame, readAnew: () => live.readAnew }),
    warehouse: stores.warehouse,
    redis: stores.redis,
    data: config.MCC_DATA,
    tries: new RateLimit(TRIES, TRIES_WINDOW_MS),
    metricsToken: config.MCC_METRICS_TOKEN,
    exercise,
  }
  const gate: Gate = { ...shared, identities, audit: kept.audit, exercise, origins: config.MCC_ORIGINS }
  const routes = routesOf(parts, draining)
  const app = makeApp({ gate, routes, dashboard: config.MCC_DASHBOARD, trustProxy: config.MCC_TRUST_PROXY })
  return createServer({ requestTimeout: 15_000, headersTimeout: 10_000 }, app)
}

/** Puts the service together and listens. Rejects when secrets cannot be read or the port is taken. */
export async function serve(config: Config, log: Logger, now: () => number = Date.now): Promise<Running> {
  const opened = await open(config, log, now)
  const { frame, identities, kept, shared, stores } = opened
  let draining = false
  let hub: Hub | undefined
  const live = new Live({
    ...stores,
    ...shared,
    engineUrl: config.CLICKHOUSE_URL,
    alarms: kept.alarms,
    playlists: kept.playlists,
    frame,
    send: (deltas) => hub?.send(deltas),
  })
  const http = httpOf(config, opened, live, () => draining)
  const playlists = () => kept.playlists.state().playlists
  hub = new Hub(http, { ...shared, identities, playlists, origins: config.MCC_ORIGINS })
  await live.start()
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject).listen(config.PORT, config.MCC_HOST, resolve)
  })

  async function stop(): Promise<void> {
    draining = true
    live.stop()
    const late = setTimeout(() => http.closeAllConnections(), DRAIN_MS)
    await hub?.close()
    http.closeIdleConnections()
    await new Promise((resolve) => http.close(resolve))
    clearTimeout(late)
    stores.redis.disconnect()
    stores.subscriber.disconnect()
    await stores.warehouse.close()
  }
  return { http, live, firstRun: opened.entries, stop }
}
