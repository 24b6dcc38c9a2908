import { useEffect, useReducer, useState } from 'react'
import type { z } from 'zod'
import { request, type RequestFailure } from './request.js'
import { refreshSession } from './session.js'
import { untilReached } from './until-reached.js'

/** What the server last said at an address. */
export interface Reading<T> {
  /** Undefined until it was read once; stays while it is read again. */
  value: T | undefined
  failure: RequestFailure | undefined
  /** The server's own word for a refusal. */
  code: string | undefined
  /** The value is of another address than the one asked for now. */
  behind: boolean
  reload: () => void
}
type Held<T> = Omit<Reading<T>, 'reload' | 'behind'> & { path: string | undefined }

/**
 * Reads `path` now, whenever it changes, at each `reload`, every `everyMs` while the page is looked at, and until the server
 * is reached; without a path nothing is asked. An answer to a path that was left since is dropped.
 */
export function useRead<T>(schema: z.ZodType<T>, path: string | undefined, everyMs?: number): Reading<T> {
  const [held, setHeld] = useState<Held<T>>({
    value: undefined,
    failure: undefined,
    code: undefined,
    path: undefined,
  })
  const [wish, reload] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    if (path === undefined) return undefined
    return untilReached(
      () => request(schema, path),
      (answer) => {
        if (answer.ok) setHeld({ value: answer.value, failure: undefined, code: undefined, path })
        else setHeld((was) => ({ ...was, failure: answer.failure, code: answer.code }))
        // whoever was signed out meanwhile is led to the sign-in page
        if (!answer.ok && answer.failure === 'unauthorised') void refreshSession()
      },
    )
  }, [schema, path, wish])
  useEffect(() => {
    if (everyMs === undefined) return undefined
    const timer = setInterval(() => {
      if (!document.hidden) reload()
    }, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  const { path: of, ...rest } = held
  return { ...rest, behind: of !== path && held.value !== undefined, reload }
}
