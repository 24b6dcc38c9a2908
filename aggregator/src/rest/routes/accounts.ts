import { randomBytes } from 'node:crypto'
import { provinceCode, ROLES } from '@mcc/contract'
import { z } from 'zod'
import { accountName } from '../../access/accounts.js'
import { done } from '../answers.js'
import { HttpError } from '../http-error.js'
import { onRecord } from '../on-record.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const role = z.enum(ROLES).exclude(['wall'])
const accountAnswer = z.object({
  name: z.string(),
  role: z.string(),
  province: z.string().optional(),
  password: z.boolean().describe('false: it can be entered by a link only'),
})
const way = z.enum(['link', 'password']).describe('how the person gets in: a link for one use, or a password')
const entryAnswer = z.object({
  path: z.string().optional().describe('signs in once, within seven days; shown only here'),
  password: z.string().optional().describe('shown only here'),
})
const name = z.strictObject({ name: accountName })
const noSuch = () => new HttpError(404, 'no_such_account', 'no such account')

const list = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/accounts',
    summary: 'Accounts that may sign in',
    need: 'administration',
    answer: z.object({ accounts: z.array(accountAnswer) }),
    handle: async () => ({
      accounts: (await parts.accounts.all()).map((a) => ({ ...a, password: a.password !== undefined })),
    }),
  })

const newPassword = (): string => randomBytes(12).toString('base64url')

const add = (parts: RestParts): Route =>
  route({
    method: 'post',
    path: '/api/v1/accounts',
    summary: 'Make an account; the link or password that opens it is shown once',
    need: 'administration',
    body: z
      .strictObject({ name: accountName, role, province: provinceCode.optional(), way })
      .refine((b) => b.role !== 'director' || b.province !== undefined, 'a director needs a province'),
    answer: entryAnswer,
    handle: async (asked) => {
      const { way: by, ...account } = asked.body
      if (await parts.accounts.find(account.name))
        throw new HttpError(409, 'account_exists', 'there is an account of that name')
      const { name: who, role: as, province = 'nation' } = account
      await onRecord(parts, asked, {
        action: 'post /api/v1/accounts',
        filter: { name: who, role: as, province, way: by },
      })
      const password = by === 'password' ? newPassword() : undefined
      await parts.accounts.put(account, password)
      if (password !== undefined) return { password }
      return { path: `/enter?key=${await parts.links.create(account.name, false, parts.now())}` }
    },
  })

const entry = (parts: RestParts): Route =>
  route({
    method: 'post',
    path: '/api/v1/accounts/:name/entry',
    summary: 'A new way into an account; a new password replaces the old one and ends its sessions',
    need: 'administration',
    params: name,
    body: z.strictObject({ way }),
    answer: entryAnswer,
    handle: async (asked) => {
      const { params, body } = asked
      const account = await parts.accounts.find(params.name)
      if (!account) throw noSuch()
      await onRecord(parts, asked, {
        action: 'post /api/v1/accounts/:name/entry',
        filter: { name: params.name, way: body.way },
      })
      if (body.way === 'link')
        return { path: `/enter?key=${await parts.links.create(params.name, false, parts.now())}` }
      const password = newPassword()
      const { password: _old, ...rest } = account
      await parts.accounts.put(rest, password)
      await parts.sessions.endOf(params.name)
      return { password }
    },
  })

/** @throws HttpError 404, 409 */
function refuseUnlessRemoved(came: Awaited<ReturnType<RestParts['accounts']['remove']>>): void {
  if (came === 'no-such') throw noSuch()
  if (came === 'last-administrator')
    throw new HttpError(409, 'last_administrator', 'the last administrator cannot be removed')
}

const remove = (parts: RestParts): Route =>
  route({
    method: 'delete',
    path: '/api/v1/accounts/:name',
    summary: 'Take an account away: its sessions end within five seconds, its links are worth nothing',
    need: 'administration',
    params: name,
    answer: done,
    handle: async (asked) => {
      const { params } = asked
      refuseUnlessRemoved(await parts.accounts.removable(params.name))
      await onRecord(parts, asked, {
        action: 'delete /api/v1/accounts/:name',
        filter: { name: params.name },
      })
      refuseUnlessRemoved(await parts.accounts.remove(params.name))
      await parts.links.withdraw(params.name, parts.now())
      await parts.sessions.endOf(params.name)
      return { ok: true as const }
    },
  })

export const accountRoutes = (parts: RestParts): Route[] => [
  list(parts),
  add(parts),
  entry(parts),
  remove(parts),
]
