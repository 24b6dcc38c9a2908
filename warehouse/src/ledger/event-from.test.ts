import { checkEvent } from '@mcc/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { history } from '../testing/history.js'
import { entryOf } from './content.js'
import { eventFrom } from './event-from.js'

it('gives back an event that the contract takes and that counts the same', () => {
  fc.assert(
    fc.property(fc.oneof(history(20, 'dose'), history(20, 'session')), (batches) => {
      for (const event of batches.flatMap((b) => b.events)) {
        if (event.op === 'void') continue
        const entry = entryOf(event)
        const context = { now: Date.UTC(2100, 0, 1), exercise: true, source: event.source }
        const checked = checkEvent(eventFrom(entry, true), context)
        expect(checked.ok ? entryOf(checked.event) : checked.rejections).toEqual(entry)
      }
    }),
    { numRuns: 30 },
  )
})
