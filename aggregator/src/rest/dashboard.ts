import { join } from 'node:path'
import express, { type Express } from 'express'

/** Pages of the dashboard are one document; these prefixes are not pages. */
const NOT_PAGES = /^\/(api|assets|socket\.io)(\/|$)/

/** Serves the built dashboard: hashed assets for ever, the document never from a cache. Nothing in it is secret. */
export function registerDashboard(app: Express, directory: string): void {
  app.use(
    '/assets',
    express.static(join(directory, 'assets'), {
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
