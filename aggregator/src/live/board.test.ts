import { type Delta, type Held, type Json, onDelta, onSnapshot } from '@mcc/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Board } from './board.js'

const state = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(fc.nat(3), fc.dictionary(fc.constantFrom('x', 'y'), fc.nat(2))),
)

it('keeps every reader equal to the server, whatever deltas get lost, doubled or late', () => {
  const fate = fc.constantFrom('arrives', 'lost', 'doubled', 'late')
  fc.assert(
    fc.property(state, fc.array(fc.record({ state, fate }), { maxLength: 30 }), (first, steps) => {
      const board = new Board('e')
      const fresh = (held?: Held): Held => onSnapshot(held, board.snapshot('nation', 't')!)
      board.publish('nation', first as Json, '0')
      let held = fresh()
      let late: Delta[] = []
      const take = (d: Delta): void => {
        const next = onDelta(held, d)
        held = next.resync ? fresh(next.held) : next.held
        const truth = board.snapshot('nation', 't')!
        if (held.seq === truth.seq) expect(held.state).toEqual(truth.state)
      }
      steps.forEach((s, i) => {
        const d = board.publish('nation', s.state as Json, String(i + 1))
        if (!d || s.fate === 'lost') return
        if (s.fate === 'late') return void late.push(d)
        take(d)
        if (s.fate === 'doubled') take(d)
        const waiting = late
        late = []
        waiting.forEach(take)
      })
      // the heartbeat tells who is behind
      if (held.seq !== board.seqOf('nation')) held = fresh(held)
      expect(held.state).toEqual(board.snapshot('nation', 't')!.state)
    }),
    { numRuns: 300 },
  )
})

it('says nothing when nothing changed, and carries a moved data time', () => {
  const board = new Board('e')
  expect(board.publish('nation', { a: 1 }, '1')).toBeUndefined()
  expect(board.publish('nation', { a: 1 }, '1')).toBeUndefined()
  expect(board.publish('nation', { a: 1 }, '2')).toMatchObject({ seq: 2, prev: 1, asOf: '2', changes: [] })
})
