import type { RestParts } from './parts.js'
import type { Route } from './route.js'
import { accountRoutes } from './routes/accounts.js'
import { alarmRoutes } from './routes/alarms.js'
import { auditRoutes } from './routes/audit.js'
import { bookRoutes } from './routes/books.js'
import { caseRoutes } from './routes/cases.js'
import { displayRoutes } from './routes/displays.js'
import { facilityRoutes } from './routes/facilities.js'
import { geographyRoutes } from './routes/geography.js'
import { operationRoutes } from './routes/operation.js'
import { playlistRoutes } from './routes/playlists.js'
import { quarantineRoutes } from './routes/quarantine.js'
import { restatementRoutes } from './routes/restatements.js'
import { sessionRoutes } from './routes/session.js'
import { sourceRoutes } from './routes/sources.js'
import { stateRoutes } from './routes/states.js'
import { timelinessRoutes } from './routes/timeliness.js'

/** All routes of the server. */
export function routesOf(parts: RestParts, draining: () => boolean): Route[] {
  const routes: Route[] = []
  routes.push(
    ...operationRoutes(parts, () => routes, draining),
    ...sessionRoutes(parts),
    ...stateRoutes(parts),
    ...restatementRoutes(parts),
    ...timelinessRoutes(parts),
    ...caseRoutes(parts),
    ...facilityRoutes(parts),
    ...alarmRoutes(parts),
    ...accountRoutes(parts),
    ...displayRoutes(parts),
    ...auditRoutes(parts),
    ...sourceRoutes(parts),
    ...quarantineRoutes(parts),
    ...playlistRoutes(parts),
    ...bookRoutes(parts),
    ...geographyRoutes(parts),
  )
  return routes
}
