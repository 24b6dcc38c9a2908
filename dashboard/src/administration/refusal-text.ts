import type { Messages } from '../i18n/vi.js'
import type { RequestFailure } from '../rest/request.js'

interface Refused {
  failure: RequestFailure | undefined
  code?: string | undefined
}

/** Why the server did not do it, in the page's language: by its code where that says more than the kind of failure. */
export function refusalText({ failure, code }: Refused, m: Messages): string {
  const words = m.administration
  const known: Readonly<Record<string, string>> = words.codes
  return known[code ?? ''] ?? words.failures[failure ?? 'unreachable']
}
