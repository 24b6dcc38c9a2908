import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeJson } from './secret-file.js'
import { digestOf, newToken } from './token.js'

export const DISPLAY_MS = 90 * 86_400_000

const display = z.strictObject({
  id: z.string(),
  name: z.string(),
  digest: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
})
const file = z.strictObject({ displays: z.array(display) })
export type Display = z.infer<typeof display>

/** Tokens of wall displays: read-only, aggregates only, revocable, 90 days. Kept as digests. */
export class Displays {
  private readonly path: string

  constructor(secrets: string) {
    this.path = join(secrets, 'displays.json')
  }

  async all(): Promise<Display[]> {
    return (await readJson(this.path, file))?.displays ?? []
  }

  /** The token is given once. */
  async create(name: string, now: number): Promise<{ display: Display; token: string }> {
    const token = newToken()
    const made: Display = {
      id: randomUUID(),
      name,
      digest: digestOf(token),
      createdAt: now,
      expiresAt: now + DISPLAY_MS,
    }
    await writeJson(this.path, { displays: [...(await this.all()), made] })
    return { display: made, token }
  }

  async revoke(id: string): Promise<boolean> {
    const all = await this.all()
    const rest = all.filter((d) => d.id !== id)
    if (rest.length < all.length) await writeJson(this.path, { displays: rest })
    return rest.length < all.length
  }

  /** The display of a token that is neither expired nor revoked. */
  async find(digest: string, now: number): Promise<Display | undefined> {
    return (await this.all()).find((d) => d.digest === digest && d.expiresAt > now)
  }
}
