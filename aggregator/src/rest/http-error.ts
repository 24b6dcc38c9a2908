/** An answer that is not what was asked for: status, a code for programs, a sentence for people. */
export class HttpError extends Error {
  override name = 'HttpError'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfter?: number,
    /** More that a program needs to know, beside code and message. */
    readonly facts: Readonly<Record<string, string | null>> = {},
  ) {
    super(message)
  }
}
