import type { RestParts } from './parts.js'
import type { Route } from './route.js'
import { administrationRoutes } from './routes/administration.js'
import { alarmRoutes } from './routes/alarms.js'
import { bookRoutes } from './routes/books.js'
import { caseRoutes } from './routes/cases.js'
import { facilityRoutes } from './routes/facilities.js'
import { geographyRoutes } from './routes/geography.js'
import { operationRoutes } from './routes/operation.js'
import { playlistRoutes } from './routes/playlists.js'
import { quarantineRoutes } from './routes/quarantine.js'
import { restatementRoutes } from './routes/restatements.js'
import { sessionRoutes } from './routes/session.js'
import { stateRoutes } from './routes/states.js'

/** All routes of the server. */
export function routesOf(parts: RestParts, draining: () => boolean): Route[] {
  const routes: Route[] = []
  routes.push(
    ...operationRoutes(parts, () => routes, draining),
    ...sessionRoutes(parts),
    ...stateRoutes(parts),
    ...restatementRoutes(parts),
    ...caseRoutes(parts),
    ...facilityRoutes(parts),
    ...alarmRoutes(parts),
    ...administrationRoutes(parts),
    ...quarantineRoutes(parts),
    ...playlistRoutes(parts),
    ...bookRoutes(parts),
    ...geographyRoutes(parts),
  )
  return routes
}
