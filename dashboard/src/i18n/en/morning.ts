import type { morning as vi } from '../vi/morning.js'

/** The strip "since this morning". */
export const morning: typeof vi = {
  since: (time) => `Since ${time} today`,
  sinceYesterday: (time) => `Since ${time} yesterday`,
  see: 'Show that moment',
  doses: 'More doses',
  restated: 'Earlier days restated',
  restatedDays: (days, doses) => `${days} days, ${doses} doses`,
  noneRestated: 'none',
  serious: 'More serious cases',
  alarms: 'New alarms',
  ranks: 'Change of rank by coverage with at least one dose',
  noneMoved: 'no province',
  moreMoved: (n) => `and ${n} more`,
  fromTo: (from, to) => `${from} → ${to}`,
  up: (n) => `up ${n}`,
  down: (n) => `down ${n}`,
  still: (rank, of) => `still ${rank} of ${of} provinces`,
  loading: 'Reading the figures of that moment…',
  refused: 'The figures of that moment cannot be read.',
  empty: 'No record had been received by then.',
}
