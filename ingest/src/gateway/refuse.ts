import type { Response } from 'express'

/** An answer that says no: a code for programs, a sentence for people. */
export const refuse = (response: Response, status: number, code: string, message: string): void => {
  response.status(status).json({ error: { code, message } })
}

/** Not now: the sender is to come again with the same. */
export const retryLater = (response: Response, status: 429 | 503, code: string, seconds: number): void => {
  response.set('Retry-After', String(seconds))
  refuse(
    response,
    status,
    code,
    status === 429
      ? 'too much is waiting; send the same batch again later'
      : 'cannot store now; send the same batch again later',
  )
}
