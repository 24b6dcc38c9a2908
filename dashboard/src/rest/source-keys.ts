import { z } from 'zod'
import { request, type Answer } from './request.js'

const PATH = '/api/v1/sources'
export const KEYS_PATH = `${PATH}/keys`
const key = z.object({ id: z.string(), createdAt: z.string(), revokedAt: z.string().optional() })
const source = z.object({ name: z.string(), keys: z.array(key) })
/** A source with the keys it was ever given, oldest first; times are ISO 8601 in UTC. */
export type KeyedSource = z.infer<typeof source>
export type SourceKey = z.infer<typeof key>
export const keyList = z.object({ sources: z.array(source) })

const keysOf = (name: string) => `${PATH}/${encodeURIComponent(name)}/keys`
/** Answers with the key, told this once; earlier keys of the source stay good. */
export const addKey = (name: string): Promise<Answer<{ key: string }>> =>
  request(z.object({ key: z.string() }), keysOf(name), { method: 'POST' })
export const removeKey = (name: string, id: string): Promise<Answer<unknown>> =>
  request(z.unknown(), `${keysOf(name)}/${id}`, { method: 'DELETE' })
