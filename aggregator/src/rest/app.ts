import express, { type Express } from 'express'
import helmet from 'helmet'
import { registerDashboard } from './dashboard.js'
import { type Gate, registerEnd, registerRoutes } from './register.js'
import type { Route } from './route.js'

export interface AppOptions {
  gate: Gate
  routes: readonly Route[]
  dashboard: string
  trustProxy: number
}

const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // charts and the map place things by style attributes
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
})

/** The HTTP side: security headers, declared routes, the dashboard, and 404. */
export function makeApp({ gate, routes, dashboard, trustProxy }: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', trustProxy)
  app.use(security)
  registerRoutes(app, routes, gate)
  registerDashboard(app, dashboard)
  registerEnd(app, gate)
  return app
}
