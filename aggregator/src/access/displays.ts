import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DAY_MS, MAIN_PLAYLIST, turns } from '@mcc/contract'
import { readJson, writeJson } from '@mcc/warehouse'
import { z } from 'zod'
import { digestOf, newToken } from './token.js'

export const DISPLAY_MS = 90 * DAY_MS
/** So long before its end is a token told to administrators, who have to walk to the screen with a new one. */
const EXPIRY_NOTICE_MS = 14 * DAY_MS

const display = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** What its link opens. */
  playlist: z.string().default(MAIN_PLAYLIST),
  digest: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
})
const file = z.strictObject({ displays: z.array(display) })
export type Display = z.infer<typeof display>

/** Tokens of wall displays: read-only, aggregates only, revocable, 90 days. Kept as digests. */
export class Displays {
  private readonly path: string
  private readonly inTurn = turns()

  constructor(secrets: string) {
    this.path = join(secrets, 'displays.json')
  }

  async all(): Promise<Display[]> {
    return (await readJson(this.path, file))?.displays ?? []
  }

  /** The token is given once. */
  create(name: string, now: number, playlist = MAIN_PLAYLIST): Promise<{ display: Display; token: string }> {
    return this.inTurn(async () => {
      const token = newToken()
      const made: Display = {
        id: randomUUID(),
        name,
        playlist,
        digest: digestOf(token),
        createdAt: now,
        expiresAt: now + DISPLAY_MS,
      }
      await writeJson(this.path, { displays: [...(await this.all()), made] })
      return { display: made, token }
    })
  }

  revoke(id: string): Promise<boolean> {
    return this.inTurn(async () => {
      const all = await this.all()
      const rest = all.filter((d) => d.id !== id)
      if (rest.length < all.length) await writeJson(this.path, { displays: rest })
      return rest.length < all.length
    })
  }

  /** The display of a token that is neither expired nor revoked. */
  async find(digest: string, now: number): Promise<Display | undefined> {
    return (await this.all()).find((d) => d.digest === digest && d.expiresAt > now)
  }
}

/** How near its end a display is, by the server's clock. */
export function displayStand(
  display: Pick<Display, 'expiresAt'>,
  now: number,
): 'good' | 'ends-soon' | 'ended' {
  if (display.expiresAt <= now) return 'ended'
  return display.expiresAt - now <= EXPIRY_NOTICE_MS ? 'ends-soon' : 'good'
}
