import type { Caller } from '@mcc/contract'
import { type Accounts, callerOf } from './accounts.js'
import { cookieOf, DISPLAY_COOKIE, SESSION_COOKIE } from './cookie.js'
import type { Displays } from './displays.js'
import type { Sessions } from './sessions.js'
import { digestOf } from './token.js'

/** Who calls, and by which credential; the credential is looked up again when it may have been withdrawn. */
export interface Identity {
  caller: Caller
  via: 'session' | 'display'
  digest: string
}

/** Finds out who calls. Everything is looked up anew each time: a removed account is nobody at once. */
export class Identities {
  constructor(
    private readonly parts: { accounts: Accounts; sessions: Sessions; displays: Displays },
    private readonly now: () => number,
  ) {}

  /** The caller of a request by its cookies; a session goes before a display. */
  async of(cookieHeader: string | undefined, touch: boolean): Promise<Identity | undefined> {
    const session = cookieOf(cookieHeader, SESSION_COOKIE)
    const display = cookieOf(cookieHeader, DISPLAY_COOKIE)
    const bySession =
      session === undefined ? undefined : await this.again('session', digestOf(session), touch)
    if (bySession || display === undefined) return bySession
    return this.again('display', digestOf(display), touch)
  }

  /** The same credential looked up again; undefined when it was revoked, has expired, or its account is gone. */
  async again(via: Identity['via'], digest: string, touch = false): Promise<Identity | undefined> {
    if (via === 'display') {
      const display = await this.parts.displays.find(digest, this.now())
      return (
        display && { caller: { name: display.name, role: 'wall', playlist: display.playlist }, via, digest }
      )
    }
    const name = await this.parts.sessions.accountOf(digest, this.now(), touch)
    const account = name === undefined ? undefined : await this.parts.accounts.find(name)
    return account && { caller: callerOf(account), via, digest }
  }
}

export const sameCaller = (a: Caller, b: Caller): boolean =>
  a.name === b.name && a.role === b.role && a.province === b.province && a.playlist === b.playlist
