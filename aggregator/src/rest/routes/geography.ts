import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { boundaries, type Boundaries, type BoundaryLevel } from '@mcc/geo/node'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const compress = promisify(gzip)
/** The newest compressed form of each level, by entity tag. */
const compressed = new Map<BoundaryLevel, { etag: string; body: Buffer }>()

async function gzipped(level: BoundaryLevel, file: Boundaries): Promise<Buffer> {
  const kept = compressed.get(level)
  if (kept?.etag === file.etag) return kept.body
  const body = await compress(file.body)
  compressed.set(level, { etag: file.etag, body })
  return body
}

async function send(data: string, level: BoundaryLevel, request: Request, response: Response): Promise<void> {
  const file = await boundaries(data, level)
  response.set({
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    'X-MCC-Boundaries': file.schematic ? `${file.source}, schematic` : file.source,
  })
  if (request.fresh) return void response.status(304).end()
  if (request.acceptsEncodings('gzip') !== 'gzip') return void response.end(file.body)
  response.set('Content-Encoding', 'gzip').end(await gzipped(level, file))
}

export const geographyRoutes = ({ data }: RestParts): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/geo/:level',
    summary: 'Boundaries as TopoJSON: imported official ones, else built; header X-MCC-Boundaries says which',
    need: 'signed-in',
    params: z.strictObject({ level: z.enum(['provinces', 'districts']) }),
    handle: ({ params, request, response }) => send(data, params.level, request, response),
  }),
]
