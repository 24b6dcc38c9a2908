import { join } from 'node:path'
import { type Caller, provinceCode, ROLES } from '@mcc/contract'
import { z } from 'zod'
import { hashPassword, passwordMatches } from './password.js'
import { readJson, writeJson } from './secret-file.js'

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

/** The accounts of `secrets/accounts.json`. The file is read at each look, so the command line can change it beside. */
export class Accounts {
  private readonly path: string

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
    const others = (await this.all()).filter((a) => a.name !== next.name)
    const hash = password === undefined ? {} : { password: await hashPassword(password) }
    await writeJson(this.path, { accounts: [...others, { ...next, ...hash }] })
  }

  async remove(name: string): Promise<boolean> {
    const all = await this.all()
    const rest = all.filter((a) => a.name !== name)
    if (rest.length < all.length) await writeJson(this.path, { accounts: rest })
    return rest.length < all.length
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
