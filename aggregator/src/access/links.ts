import { join } from 'node:path'
import { turns } from '@mcc/contract'
import { readJson, writeJson } from '@mcc/warehouse'
import { z } from 'zod'
import { digestOf, newToken } from './token.js'

/** A link that nobody has used is worth nothing after this. */
const LINK_MS = 7 * 86_400_000

const link = z.strictObject({
  digest: z.string(),
  account: z.string(),
  expiresAt: z.number(),
  /** Links of an exercise may be used again: there is nothing real behind them. */
  reusable: z.boolean(),
})
const file = z.strictObject({ links: z.array(link) })

/** Links that sign an account in without a password: once on a real store, until they expire on an exercise. */
export class Links {
  private readonly path: string
  /** One after another, so that two at the same moment cannot both use a link. */
  private readonly inTurn = turns()

  constructor(secrets: string) {
    this.path = join(secrets, 'links.json')
  }

  private async alive(now: number): Promise<z.infer<typeof link>[]> {
    return ((await readJson(this.path, file))?.links ?? []).filter((l) => l.expiresAt > now)
  }

  /** Makes a link's key. */
  create(account: string, reusable: boolean, now: number): Promise<string> {
    return this.inTurn(async () => {
      const key = newToken()
      const made = { digest: digestOf(key), account, expiresAt: now + LINK_MS, reusable }
      await writeJson(this.path, { links: [...(await this.alive(now)), made] })
      return key
    })
  }

  /** Is the key still good for `account`? */
  async valid(key: string, account: string, now: number): Promise<boolean> {
    return (await this.alive(now)).some((l) => l.digest === digestOf(key) && l.account === account)
  }

  /** The account that the key opens; a key for one use is gone afterwards. */
  use(key: string, now: number): Promise<string | undefined> {
    return this.inTurn(async () => {
      const all = await this.alive(now)
      const found = all.find((l) => l.digest === digestOf(key))
      if (found && !found.reusable) await writeJson(this.path, { links: all.filter((l) => l !== found) })
      return found?.account
    })
  }

  /** Makes the links of an account worthless. */
  withdraw(account: string, now: number): Promise<void> {
    return this.inTurn(async () => {
      const all = await this.alive(now)
      await writeJson(this.path, { links: all.filter((l) => l.account !== account) })
    })
  }
}
