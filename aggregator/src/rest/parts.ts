import type { ExerciseMark } from '@mcc/contract'
import type { Warehouse } from '@mcc/warehouse'
import type { Redis } from 'ioredis'
import type { Accounts } from '../access/accounts.js'
import type { Displays } from '../access/displays.js'
import type { Links } from '../access/links.js'
import type { RateLimit } from '../access/rate-limit.js'
import type { Sessions } from '../access/sessions.js'
import type { Alarms } from '../alarms/alarms.js'
import type { Audit } from '../audit/audit.js'
import type { Board } from '../live/board.js'
import type { Known } from '../known/known.js'
import type { Live } from '../live/live.js'
import type { Playlists } from '../playlists/playlists.js'
import type { Metrics } from '../metrics.js'

/** What the routes work on. */
export interface RestParts {
  data: string
  board: Board
  live: Live
  known: Known
  alarms: Alarms
  audit: Audit
  playlists: Playlists
  warehouse: Warehouse
  redis: Redis
  accounts: Accounts
  sessions: Sessions
  displays: Displays
  links: Links
  tries: RateLimit
  metrics: Metrics
  metricsToken: string | undefined
  exercise: ExerciseMark | undefined
  now: () => number
}
