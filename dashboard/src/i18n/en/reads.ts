import type { reads as vi } from '../vi/reads.js'

export const reads: typeof vi = {
  failed: 'The figures could not be read.',
  forbidden: 'This account may not see this part.',
  old: 'Could not be read again; below is what was read before.',
  more: (n) => `Show ${n} more rows`,
  before: 'Previous page',
  after: 'Next page',
  window: (from, to) => `from ${from} to ${to}`,
}
