import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import express, { type Express, type RequestHandler } from 'express'

/** Pages of the dashboard are one document; these prefixes are not pages. */
const NOT_PAGES = /^\/(api|assets|socket\.io)(\/|$)/

const SUFFIX = { br: '.br', gzip: '.gz' } as const

function namesIn(directory: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(directory))
  } catch {
    // a server without a dashboard
    return new Set()
  }
}

/** Answers with the file that the build compressed, where the caller takes it. */
function compressed(directory: string): RequestHandler {
  const names = namesIn(directory)
  return (request, response, next) => {
    const { path } = request
    // asked one by one: browsers name gzip first, and mean no preference by it
    const encoding = (['br', 'gzip'] as const).find((e) => request.acceptsEncodings(e) !== false)
    response.vary('Accept-Encoding')
    if (encoding !== undefined && names.has(path.slice(1) + SUFFIX[encoding])) {
      response.type(extname(path)).set('Content-Encoding', encoding)
      request.url = path + SUFFIX[encoding]
    }
    next()
  }
}

/** Serves the built dashboard: hashed assets for ever, the document never from a cache. Nothing in it is secret. */
export function registerDashboard(app: Express, directory: string): void {
  const assets = join(directory, 'assets')
  app.use(
    '/assets',
    compressed(assets),
    express.static(assets, {
      index: false,
      immutable: true,
      maxAge: '365d',
      redirect: false,
    }),
  )
  app.use(express.static(directory, { index: false, redirect: false, maxAge: '1h' }))
  app.use((request, response, next) => {
    if (request.method !== 'GET' || NOT_PAGES.test(request.path) || request.accepts('html') === false)
      return next()
    response.set('Cache-Control', 'no-cache')
    response.sendFile('index.html', { root: directory }, (error) => {
      if (error) next()
    })
  })
}
