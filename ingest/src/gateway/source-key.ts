import type { Request, Response } from 'express'
import type { SourceRegistry } from '../source/registry.js'
import { refuse } from './refuse.js'

/** The source whose API key the request carries; undefined when it was refused with 401. */
export async function sourceOfRequest(
  sources: SourceRegistry,
  request: Request,
  response: Response,
): Promise<string | undefined> {
  const key = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1]
  const source = key === undefined ? undefined : await sources.sourceOf(key)
  if (source === undefined) refuse(response, 401, 'unknown_key', 'the API key is missing, unknown or revoked')
  return source
}
