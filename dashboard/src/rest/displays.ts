import { z } from 'zod'
import { request, type Answer } from './request.js'

const PATH = '/api/v1/displays'
const display = z.object({
  id: z.string(),
  name: z.string(),
  playlist: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  stand: z.enum(['good', 'ends-soon', 'ended']),
})
/** A wall display's token, without the token. Times are ISO 8601 in UTC; `stand` is by the server's clock. */
export type Display = z.infer<typeof display>
const list = z.object({ displays: z.array(display) })
const made = z.object({ path: z.string() })

export const listDisplays = (): Promise<Answer<{ displays: Display[] }>> => request(list, PATH)
/** Answers with the path of the link, told this once. */
export const addDisplay = (body: { name: string; playlist: string }): Promise<Answer<{ path: string }>> =>
  request(made, PATH, { method: 'POST', body })
export const removeDisplay = (id: string): Promise<Answer<unknown>> =>
  request(z.unknown(), `${PATH}/${id}`, { method: 'DELETE' })
