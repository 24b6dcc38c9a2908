import { checkEvent } from '@mcc/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { history } from '../testing/history.js'
import { entryOf } from './content.js'
import { eventFrom } from './event-from.js'

it('gives back an event that the contract takes and that counts the same', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(history(60), (batches) => {
      for (const event of batches.flatMap((b) => b.events)) {
        const entry = entryOf(event)
        const context = { now: Date.UTC(2100, 0, 1), exercise: true, source: event.source }
        const checked = checkEvent(eventFrom(entry, true, Date.UTC(2021, 9, 1)), context)
        expect(checked.ok ? entryOf(checked.event) : checked.rejections).toEqual(entry)
        seen.add(`${event.type} ${event.op}`)
      }
    }),
    { numRuns: 100 },
  )
  // every type, also taken back
  expect(seen.size).toBe(20)
})
