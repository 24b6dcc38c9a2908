/** What the origin check needs of a request. */
interface Headers {
  origin?: string | undefined
  host?: string | undefined
  'sec-fetch-site'?: string | string[] | undefined
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/** A websocket must name our own origin, or one that is allowed: nothing else stops a foreign page from opening one. */
export const ownOrigin = (headers: Headers, allowed: readonly string[]): boolean =>
  headers.origin !== undefined && (allowed.includes(headers.origin) || sameHost(headers.origin, headers.host))

/**
 * A request that changes something must not come from a foreign page. Browsers always say where it comes from;
 * a program that says nothing carries no cookie of a victim.
 */
export const notForeign = (headers: Headers, allowed: readonly string[]): boolean =>
  headers.origin === undefined
    ? headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin'
    : ownOrigin(headers, allowed)
