import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diff, type Json } from './diff.js'
import type { Delta, Held, Snapshot } from './messages.js'
import { onDelta, onSnapshot } from './reduce.js'

const states = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(3)), {
  minLength: 2,
  maxLength: 12,
})
const message = (topic: Snapshot['topic'], epoch: string, seq: number) => ({ topic, epoch, seq, asOf: '' })

/** Whatever is lost, doubled or overtaken: what a client holds was at some time the server's state of that number. */
it('a client never holds a state that the server did not have at that epoch and number', () => {
  const run = fc.record({ epoch: fc.constantFrom('x', 'y'), states })
  const order = fc.array(fc.record({ run: fc.nat(1), seq: fc.nat(11), snapshot: fc.boolean() }), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(run, run, order, (first, second, messages) => {
      const runs = [
        { ...first, epoch: 'x' },
        { ...second, epoch: 'y' },
      ]
      let held: Held | undefined
      for (const m of messages) {
        const r = runs[m.run]!
        const seq = Math.min(m.seq, r.states.length - 1)
        const state = r.states[seq] as Json
        if (m.snapshot || seq === 0)
          held = onSnapshot(held, { ...message('nation', r.epoch, seq), serverTime: '', state })
        else {
          const delta: Delta = {
            ...message('nation', r.epoch, seq),
            prev: seq - 1,
            changes: diff(r.states[seq - 1] as Json, state),
          }
          const after = onDelta(held, delta)
          // a state may only be passed over when it is older than what is held
          if (!after.resync && after.held === held) expect(held!.seq).toBeGreaterThanOrEqual(seq)
          held = after.held
        }
        if (held) expect(held.state).toEqual(runs.find((x) => x.epoch === held!.epoch)!.states[held.seq])
      }
    }),
    { numRuns: 500 },
  )
})
