export const SESSION_COOKIE = 'mcc_session'
export const DISPLAY_COOKIE = 'mcc_display'

/** The value of one cookie of a `Cookie` header. The first of several counts. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** Options of both cookies: out of reach of scripts, not sent along from other sites. */
export const cookieOptions = (secure: boolean, maxAge: number) =>
  ({ httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge }) as const
