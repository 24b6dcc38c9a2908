/** A batch as it is sent, byte for byte, on every try. `position` tells where a source resumes after it. */
export interface Outgoing<P> {
  /** NDJSON, at most 2,000 events and 2 MB. */
  readonly body: string
  readonly lines: number
  readonly headers?: Readonly<Record<string, string>>
  readonly position: P
  /** Nothing else is under way with it: what comes after it names what it registers. */
  readonly alone?: boolean
}
