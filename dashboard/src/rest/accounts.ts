import { isProvinceCode, ROLES, type ProvinceCode } from '@mcc/contract'
import { z } from 'zod'
import { request, type Answer } from './request.js'

export const ACCOUNTS_PATH = '/api/v1/accounts'
/** Roles a person can have; a wall is let in by its own link. */
export const ACCOUNT_ROLES = ROLES.filter((role) => role !== 'wall')
export type AccountRole = (typeof ACCOUNT_ROLES)[number]
/** How a person gets in: by a link for one use, or by a password. */
export const WAYS = ['link', 'password'] as const
export type Way = (typeof WAYS)[number]

const account = z.object({
  name: z.string(),
  role: z.enum(ACCOUNT_ROLES),
  province: z.string().refine(isProvinceCode).optional(),
  password: z.boolean(),
})
export type Account = z.infer<typeof account>
export const accountList = z.object({ accounts: z.array(account) })
const entry = z.object({ path: z.string().optional(), password: z.string().optional() })
/** The path of a link or the password, told this once. */
export type Entry = z.infer<typeof entry>

export interface NewAccount {
  name: string
  role: AccountRole
  province?: ProvinceCode
  way: Way
}

const of = (name: string) => `${ACCOUNTS_PATH}/${encodeURIComponent(name)}`
export const addAccount = (body: NewAccount): Promise<Answer<Entry>> =>
  request(entry, ACCOUNTS_PATH, { method: 'POST', body })
export const newEntry = (name: string, way: Way): Promise<Answer<Entry>> =>
  request(entry, `${of(name)}/entry`, { method: 'POST', body: { way } })
export const removeAccount = (name: string): Promise<Answer<unknown>> =>
  request(z.unknown(), of(name), { method: 'DELETE' })
