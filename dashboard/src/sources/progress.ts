import type { ReasonCount } from '../rest/quarantine.js'

/** How many records there are of a code (undefined = any) and a status (undefined = any). */
export const countOf = (
  reasons: readonly ReasonCount[],
  code: string | undefined,
  status: string | undefined,
): number =>
  reasons
    .filter((r) => (code === undefined || r.code === code) && (status === undefined || r.status === status))
    .reduce((n, r) => n + r.records, 0)

/** A release under way: how many were asked for, and how many of these reasons had been let in before. */
export interface Started {
  records: number
  code: string | undefined
  releasedBefore: number
}

export interface Progress {
  all: number
  /** Checked again, whatever came of it. */
  done: number
  finished: boolean
  /** Let in, known once it is finished. */
  counted: number
  /** Still bad, and open again. */
  back: number
}

/** How far a release is, by what the server counts now. Records that come in or are let in meanwhile count for at most all. */
export function progressOf(started: Started, reasons: readonly ReasonCount[]): Progress {
  const { records, code, releasedBefore } = started
  const checking = Math.min(records, countOf(reasons, code, 'releasing'))
  const released = countOf(reasons, code, 'released') - releasedBefore
  const counted = Math.max(0, Math.min(records - checking, released))
  const finished = checking === 0
  return { all: records, done: records - checking, finished, counted, back: finished ? records - counted : 0 }
}
