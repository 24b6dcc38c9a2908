import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeJson } from '@mcc/warehouse'
import { digestOf, newToken } from './token.js'

export const IDLE_MS = 8 * 3_600_000
export const ABSOLUTE_MS = 24 * 3_600_000
/** How stale the file's `seenAt` may be: a restart costs at most this much of the idle time. */
const SAVE_SEEN_MS = 60_000

const session = z.strictObject({ account: z.string(), createdAt: z.number(), seenAt: z.number() })
type Session = z.infer<typeof session>
const file = z.strictObject({ sessions: z.record(z.string(), session) })

/**
 * Sessions by the digest of their cookie: a random token, so nothing can be forged and nothing needs a signature.
 * Kept in `secrets/sessions.json`, so that a restart signs nobody out. Times are real, epoch milliseconds.
 */
export class Sessions {
  private constructor(
    private readonly path: string,
    private readonly byDigest: Map<string, Session>,
  ) {}

  static async open(secrets: string): Promise<Sessions> {
    const path = join(secrets, 'sessions.json')
    return new Sessions(path, new Map(Object.entries((await readJson(path, file))?.sessions ?? {})))
  }

  private saving: Promise<void> = Promise.resolve()
  private save(): Promise<void> {
    this.saving = this.saving
      .catch(() => undefined)
      .then(() => writeJson(this.path, { sessions: Object.fromEntries(this.byDigest) }))
    return this.saving
  }

  /** Opens a session and returns the cookie's value. */
  async start(account: string, now: number): Promise<string> {
    for (const [digest, s] of this.byDigest) if (!this.lives(s, now)) this.byDigest.delete(digest)
    const token = newToken()
    this.byDigest.set(digestOf(token), { account, createdAt: now, seenAt: now })
    await this.save()
    return token
  }

  private lives(s: Session, now: number): boolean {
    return now - s.createdAt < ABSOLUTE_MS && now - s.seenAt < IDLE_MS
  }

  /** The account of a session that is alive. `touch` is false where nobody acts (a socket that only listens). */
  async accountOf(digest: string, now: number, touch: boolean): Promise<string | undefined> {
    const found = this.byDigest.get(digest)
    if (!found || !this.lives(found, now)) return undefined
    if (touch && now - found.seenAt > SAVE_SEEN_MS) {
      this.byDigest.set(digest, { ...found, seenAt: now })
      await this.save()
    }
    return found.account
  }

  async end(digest: string): Promise<void> {
    if (this.byDigest.delete(digest)) await this.save()
  }

  /** Ends every session of an account. */
  async endOf(account: string): Promise<void> {
    for (const [digest, s] of this.byDigest) if (s.account === account) this.byDigest.delete(digest)
    await this.save()
  }
}
