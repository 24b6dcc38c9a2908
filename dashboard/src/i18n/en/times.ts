import type { times as vi } from '../vi/times.js'

export const times: typeof vi = {
  bar: 'Moment shown',
  live: 'Live',
  toLive: 'Back to live',
  write: 'Time and day, e.g. 07:00 24/11/2021',
  see: 'Show then',
  wrong: 'There is no such moment. Write it as 07:00 24/11/2021.',
  copy: 'Copy link',
  copied: 'Copied. The link keeps the figures of this moment.',
  loading: 'Reading the figures of this moment…',
  notSettled: (newest: string) => `This moment is not settled yet. The latest that can be shown: ${newest}.`,
  notSettledYet: 'This moment is not settled yet.',
  unreachable: 'The server does not answer; asking again.',
  refused: 'The server does not answer this question.',
  silent: 'Alarms belong to the present: in the past this list is silent.',
  noPast: 'This list has present records only; go back to live to see it.',
}
