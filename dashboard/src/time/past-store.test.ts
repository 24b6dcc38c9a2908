import type { Topic } from '@mcc/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type PastAnswer, PastStore } from './past-store.js'

const settle = () => new Promise((resolve) => setTimeout(resolve))

it('shows the moment asked for last, in whatever order the answers come', async () => {
  const moments = ['2021-09-01T00:00:00.000Z', '2021-09-02T00:00:00.000Z', '2021-09-03T00:00:00.000Z']
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom(...moments), { minLength: 1, maxLength: 8 }),
      async (s, walk) => {
        const ask = s.scheduleFunction((topic: Topic, at: string) =>
          Promise.resolve<PastAnswer>({ ok: true, state: { topic, at } }),
        )
        const past = new PastStore(ask)
        past.want('nation')
        for (const at of walk) {
          past.moveTo(at)
          if (at === moments[1] && s.count() > 0) await s.waitOne()
        }
        await s.waitAll()
        await settle()
        const last = walk.at(-1)!
        expect(past.store.getState().topics.nation).toMatchObject({ asOf: last, state: { at: last } })
        expect(past.store.getState().past).toEqual({ at: last, waiting: 0 })
      },
    ),
  )
})

it('leaves no figure under a moment that cannot be asked, and asks again while nobody answers', async () => {
  const again: (() => void)[] = []
  let answer: PastAnswer = { ok: true, state: { n: 1 } }
  const past = new PastStore(
    () => Promise.resolve(answer),
    (work) => void again.push(work),
  )
  past.want('nation')
  past.want('alarms')
  past.moveTo('2021-09-01T00:00:00.000Z')
  await settle()
  expect(Object.keys(past.store.getState().topics)).toEqual(['nation'])
  answer = { ok: false, problem: 'unreachable' }
  past.moveTo('2021-09-02T00:00:00.000Z')
  await settle()
  expect(past.store.getState().topics).toEqual({})
  answer = { ok: true, state: { n: 2 } }
  again.shift()!()
  await settle()
  expect(past.store.getState().topics.nation?.state).toEqual({ n: 2 })
  expect(past.store.getState().past).toEqual({ at: '2021-09-02T00:00:00.000Z', waiting: 0 })
})
