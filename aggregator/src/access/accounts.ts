import { join } from 'node:path'
import { type Caller, provinceCode, ROLES, turns } from '@mcc/contract'
import { readJson, writeJson } from '@mcc/warehouse'
import { z } from 'zod'
import { hashPassword, passwordMatches } from './password.js'

/** Names of accounts: what a person types to sign in. */
export const accountName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}._@-]+$/u)
const account = z.strictObject({
  name: accountName,
  role: z.enum(ROLES).exclude(['wall']),
  province: provinceCode.optional(),
  /** Absent: the account can be entered by a link only. */
  password: z.string().optional(),
})
export type Account = z.infer<typeof account>
const file = z.strictObject({ accounts: z.array(account) })

type Removal = 'removed' | 'no-such' | 'last-administrator'

function cameOf(all: readonly Account[], name: string): Removal {
  const found = all.find((a) => a.name === name)
  if (!found) return 'no-such'
  const others = all.filter((a) => a !== found)
  const last = found.role === 'administrator' && !others.some((a) => a.role === 'administrator')
  return last ? 'last-administrator' : 'removed'
}

/** The accounts of `secrets/accounts.json`. The file is read at each look, so the command line can change it beside. */
export class Accounts {
  private readonly path: string
  private readonly inTurn = turns()

  constructor(secrets: string) {
    this.path = join(secrets, 'accounts.json')
  }

  async all(): Promise<Account[]> {
    return (await readJson(this.path, file))?.accounts ?? []
  }

  async find(name: string): Promise<Account | undefined> {
    return (await this.all()).find((a) => a.name === name)
  }

  /** Adds or replaces the account of that name. */
  async put(next: Omit<Account, 'password'>, password?: string): Promise<void> {
    const hash = password === undefined ? {} : { password: await hashPassword(password) }
    return this.inTurn(async () => {
      const others = (await this.all()).filter((a) => a.name !== next.name)
      await writeJson(this.path, { accounts: [...others, { ...next, ...hash }] })
    })
  }

  /** What `remove` would say now. */
  async removable(name: string): Promise<Removal> {
    return cameOf(await this.all(), name)
  }

  /** Takes an account away, unless nobody would be left to administer; says what came of it. */
  remove(name: string): Promise<Removal> {
    return this.inTurn(async () => {
      const all = await this.all()
      const came = cameOf(all, name)
      if (came === 'removed') await writeJson(this.path, { accounts: all.filter((a) => a.name !== name) })
      return came
    })
  }

  /** The account that name and password open; undefined otherwise, after the same time. */
  async signIn(name: string, password: string): Promise<Account | undefined> {
    const found = await this.find(name)
    return (await passwordMatches(password, found?.password)) ? found : undefined
  }
}

export const callerOf = (a: Account): Caller => ({
  name: a.name,
  role: a.role,
  ...(a.province === undefined ? {} : { province: a.province }),
})
