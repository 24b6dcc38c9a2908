import { type ExerciseMark } from '@mcc/contract'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountName } from '../../access/accounts.js'
import { cookieOptions, DISPLAY_COOKIE, SESSION_COOKIE } from '../../access/cookie.js'
import { DISPLAY_MS } from '../../access/displays.js'
import { ABSOLUTE_MS } from '../../access/sessions.js'
import { digestOf } from '../../access/token.js'
import { callerAnswer, done, isoInstant } from '../answers.js'
import { HttpError } from '../http-error.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const token = z.string().min(20).max(100)

/**
 * Refuses who has guessed wrong too often, from this address or for this account; a wrong guess counts, a right one
 * does not. A guess at a password counts while it is weighed, or many at once would all be weighed. `attempt` is undefined
 * when the guess is wrong. Throws 401 and 429.
 */
async function guarded<T>(
  { tries, now }: RestParts,
  request: Request,
  name: string | undefined,
  refusal: { code: string; message: string },
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  const keys = [`ip ${request.ip ?? '?'}`, ...(name === undefined ? [] : [`name ${name}`])]
  const at = now()
  const wait = Math.max(...keys.map((key) => tries.wait(key, at)))
  if (wait > 0) throw new HttpError(429, 'too_many_tries', 'too many tries; wait a little', wait)
  // not so a token, at which nobody guesses right: after a restart a thousand walls show theirs at once
  const counted = name !== undefined
  if (counted) for (const key of keys) tries.count(key, at)
  const found = await attempt()
  if (found === undefined) {
    if (!counted) for (const key of keys) tries.count(key, at)
    throw new HttpError(401, refusal.code, refusal.message)
  }
  if (counted) for (const key of keys) tries.uncount(key, at)
  return found
}

async function enterAs(
  parts: RestParts,
  account: string,
  request: Request,
  response: Response,
): Promise<void> {
  const value = await parts.sessions.start(account, parts.now())
  response.cookie(SESSION_COOKIE, value, cookieOptions(request.secure, ABSOLUTE_MS))
}

const exerciseAnswer = z.object({ scale: z.number() }).nullable()
const markOf = (mark: ExerciseMark | undefined) => (mark ? { scale: mark.scale } : null)

const me = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/me',
    summary: 'Who is signed in, and what store this is',
    need: 'public',
    answer: z.object({ caller: callerAnswer.nullable(), exercise: exerciseAnswer, serverTime: isoInstant }),
    handle: ({ caller }) => ({
      caller: caller ?? null,
      exercise: markOf(parts.exercise),
      serverTime: new Date(parts.now()).toISOString(),
    }),
  })

const signIn = (parts: RestParts): Route =>
  route({
    method: 'post',
    path: '/api/v1/sign-in',
    summary: 'Sign in with an account',
    need: 'public',
    body: z.strictObject({ name: accountName, password: z.string().min(1).max(200) }),
    answer: z.object({ caller: callerAnswer }),
    handle: async ({ body, request, response }) => {
      const refusal = { code: 'wrong_name_or_password', message: 'name or password is wrong' }
      const account = await guarded(parts, request, body.name, refusal, () =>
        parts.accounts.signIn(body.name, body.password),
      )
      await enterAs(parts, account.name, request, response)
      return { caller: { name: account.name, role: account.role, province: account.province } }
    },
  })

const signOut = (parts: RestParts): Route =>
  route({
    method: 'post',
    path: '/api/v1/sign-out',
    summary: 'End the session',
    need: 'signed-in',
    answer: done,
    handle: async ({ identity, request, response }) => {
      if (identity?.via === 'session') await parts.sessions.end(identity.digest)
      for (const name of [SESSION_COOKIE, DISPLAY_COOKIE])
        response.clearCookie(name, { ...cookieOptions(request.secure, 0), maxAge: undefined })
      return { ok: true as const }
    },
  })

/** A person who followed a worthless link is shown the sign-in page, which says so; a program is given the code. */
function refusedLink(error: unknown, request: Request, response: Response): void {
  const refused = error instanceof HttpError && error.code === 'link_used_or_expired'
  if (!refused || request.accepts(['json', 'html']) !== 'html') throw error
  response.redirect(303, '/sign-in?link=used')
}

const enter = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/enter',
    summary: 'Enter by a link; signs in and goes to the desk',
    need: 'public',
    query: z.strictObject({ key: token }),
    handle: async ({ query, request, response }) => {
      const refusal = { code: 'link_used_or_expired', message: 'this link was used or has expired' }
      try {
        const account = await guarded(parts, request, undefined, refusal, () =>
          parts.links.use(query.key, parts.now()),
        )
        await enterAs(parts, account, request, response)
        response.redirect(303, '/')
      } catch (error) {
        refusedLink(error, request, response)
      }
    },
  })

const display = (parts: RestParts): Route =>
  route({
    method: 'post',
    path: '/api/v1/display',
    summary: 'Let a wall display in by its token',
    need: 'public',
    body: z.strictObject({ token }),
    answer: z.object({ caller: callerAnswer, expiresAt: isoInstant }),
    handle: async ({ body, request, response }) => {
      const refusal = { code: 'unknown_display', message: 'the token is unknown, revoked or expired' }
      const found = await guarded(parts, request, undefined, refusal, () =>
        parts.displays.find(digestOf(body.token), parts.now()),
      )
      response.cookie(DISPLAY_COOKIE, body.token, cookieOptions(request.secure, DISPLAY_MS))
      return {
        caller: { name: found.name, role: 'wall' },
        expiresAt: new Date(found.expiresAt).toISOString(),
      }
    },
  })

export const sessionRoutes = (parts: RestParts): Route[] => [
  me(parts),
  signIn(parts),
  signOut(parts),
  enter(parts),
  display(parts),
]
