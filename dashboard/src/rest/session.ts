import { isProvinceCode, ROLES, turns, type Caller, type ExerciseMark } from '@mcc/contract'
import { z } from 'zod'
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { request, type Answer } from './request.js'

const me = z.object({
  caller: z
    .object({
      name: z.string(),
      role: z.enum(ROLES),
      province: z.string().refine(isProvinceCode).optional(),
    })
    .nullable(),
  exercise: z.object({ scale: z.number().positive() }).nullable(),
})

/** Who looks at the page, and whether the store is an exercise. */
export interface Session {
  status: 'loading' | 'anonymous' | 'known' | 'unreachable'
  caller: Caller | undefined
  exercise: ExerciseMark | undefined
}

const session = createStore<Session>(() => ({ status: 'loading', caller: undefined, exercise: undefined }))
export const currentSession = (): Session => session.getState()
export const useSession = (): Session => useStore(session)

/** One question at a time: a late answer from before a sign-in would sign out again. */
const inTurn = turns()

/** Asks who we are; an unreachable server leaves what is known. */
export const refreshSession = (): Promise<Session> => inTurn(askWho)

async function askWho(): Promise<Session> {
  const answer = await request(me, '/api/v1/me')
  if (answer.ok) {
    const { caller, exercise } = answer.value
    session.setState({
      status: caller ? 'known' : 'anonymous',
      caller: caller ?? undefined,
      exercise: exercise ?? undefined,
    })
  } else if (session.getState().status === 'loading') session.setState({ status: 'unreachable' })
  else if (answer.failure === 'unauthorised') session.setState({ status: 'anonymous', caller: undefined })
  return session.getState()
}

const anything = z.unknown()

export async function signIn(name: string, password: string): Promise<Answer<unknown>> {
  const answer = await request(anything, '/api/v1/sign-in', { method: 'POST', body: { name, password } })
  if (answer.ok) await refreshSession()
  return answer
}

export async function signOut(): Promise<void> {
  await request(anything, '/api/v1/sign-out', { method: 'POST' })
  // A fresh page: the live line was opened as the one who leaves, and whoever comes next has pages of their own.
  const asked = new URLSearchParams(window.location.search)
  const kept = ['lang', 'theme'].flatMap((key) => asked.getAll(key).map((value) => [key, value]))
  window.location.assign(`/sign-in?${new URLSearchParams(kept)}`)
}

/** Exchanges the token of a display link for the display's cookie. */
export const enterAsDisplay = (token: string): Promise<Answer<unknown>> =>
  request(anything, '/api/v1/display', { method: 'POST', body: { token } })
