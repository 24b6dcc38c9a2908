import type { Topic } from '@mcc/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Speed } from './mode.js'
import { type PastAnswer, PastStore } from './past-store.js'

const settle = () => new Promise((resolve) => setTimeout(resolve))
const FIRST = '2021-09-01T00:00:00.000Z'
const SECOND = '2021-09-02T00:00:00.000Z'
const NEWEST = '2021-09-03T15:00:00.000Z'
const moment = (at: string) => ({ kind: 'moment', at }) as const
const replay = (speed: Speed) => ({ kind: 'replay', from: FIRST, speed }) as const

/** A server that has settled everything up to NEWEST, and a clock that moves when told. */
function world(ask = (topic: Topic, at: string) => Promise.resolve(answerOf(topic, at))) {
  let now = 0
  let due: { at: number; work: () => void }[] = []
  const past = new PastStore(ask, {
    monotonic: () => now,
    later: (work, ms) => void due.push({ at: now + ms, work }),
  })
  const pass = async (ms: number) => {
    now += ms
    const ready = due.filter((d) => d.at <= now)
    due = due.filter((d) => d.at > now)
    for (const { work } of ready) work()
    await settle()
  }
  const told = () => past.store.getState().past
  const doses = () => past.store.getState().topics.nation?.state
  return { past, pass, told, doses }
}
function answerOf(topic: Topic, at: string): PastAnswer {
  return at > NEWEST
    ? { ok: false, problem: 'not-settled', newest: NEWEST }
    : { ok: true, state: { topic, at } }
}

it('shows the moment asked for last, all topics of one moment, in whatever order the answers come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom(FIRST, SECOND, NEWEST), { minLength: 1, maxLength: 8 }),
      async (s, walk) => {
        const { past, told } = world(
          s.scheduleFunction((t: Topic, at: string) => Promise.resolve(answerOf(t, at))),
        )
        past.store.subscribe(({ topics }) => {
          expect(new Set(Object.values(topics).map((held) => held.asOf)).size).toBeLessThan(2)
        })
        past.want('nation')
        past.want('province:01')
        for (const at of walk) {
          past.follow(moment(at))
          if (at === SECOND && s.count() > 0) await s.waitOne()
        }
        await s.waitAll()
        await settle()
        const last = walk.at(-1)!
        expect(past.store.getState().topics).toMatchObject({
          nation: { asOf: last, state: { at: last } },
          'province:01': { asOf: last, state: { at: last } },
        })
        expect(told()).toMatchObject({ shown: last, waiting: false })
      },
    ),
  )
})

it('keeps the old figures under their own moment while the server is away, and asks again', async () => {
  let away = false
  const { past, pass, told, doses } = world((t, at) =>
    Promise.resolve(away ? { ok: false, problem: 'unreachable' } : answerOf(t, at)),
  )
  past.want('nation')
  past.want('alarms')
  past.follow(moment(FIRST))
  await settle()
  expect(Object.keys(past.store.getState().topics)).toEqual(['nation'])
  away = true
  past.follow(moment(SECOND))
  await settle()
  expect(told()).toMatchObject({ at: SECOND, shown: FIRST, problem: { problem: 'unreachable' } })
  expect(doses()).toMatchObject({ at: FIRST })
  away = false
  await pass(3_000)
  expect(told()).toMatchObject({ at: SECOND, shown: SECOND, problem: undefined })
  expect(doses()).toMatchObject({ at: SECOND })
})

it('leaves out only what this caller may not see', async () => {
  const { past, told, doses } = world((t, at) =>
    Promise.resolve(t === 'province:79' ? { ok: false, problem: 'refused' } : answerOf(t, at)),
  )
  past.want('nation')
  const release = past.want('province:79')
  past.follow(moment(FIRST))
  await settle()
  expect(Object.keys(past.store.getState().topics)).toEqual(['nation'])
  expect(told()).toMatchObject({ shown: FIRST, waiting: false, problem: undefined, partly: true })
  // wanted again on what stands already: what stands keeps standing
  release()
  past.want('province:79')
  await settle()
  expect(doses()).toMatchObject({ at: FIRST })
  past.follow(moment(SECOND))
  await settle()
  expect(doses()).toMatchObject({ at: SECOND })
})

it('shows nothing of a moment whose nation is refused', async () => {
  const { past, told, doses } = world((t, at) =>
    Promise.resolve(t === 'nation' ? { ok: false, problem: 'refused' } : answerOf(t, at)),
  )
  past.want('nation')
  past.want('aefi')
  past.follow(moment(FIRST))
  await settle()
  expect(doses()).toBeUndefined()
  expect(told()).toMatchObject({ shown: undefined, problem: { problem: 'refused' } })
})

it('leaves no figure under a moment that is not settled', async () => {
  const { past, told, doses } = world()
  past.want('nation')
  past.follow(moment(FIRST))
  await settle()
  past.follow(moment('2030-01-01T00:00:00.000Z'))
  await settle()
  expect(doses()).toBeUndefined()
  expect(told()).toMatchObject({ shown: undefined, problem: { problem: 'not-settled', newest: NEWEST } })
})

it('replays one step a second and ends at the newest settled moment', async () => {
  const { past, pass, told } = world()
  past.want('nation')
  past.follow(replay('1d'))
  await settle()
  const seen = [told()?.shown]
  await pass(500)
  expect(told()?.shown).toBe(FIRST)
  for (let i = 0; i < 4; i++) {
    await pass(1_000)
    seen.push(told()?.shown)
  }
  expect(seen).toEqual([FIRST, SECOND, '2021-09-03T00:00:00.000Z', NEWEST, NEWEST])
  expect(told()).toMatchObject({ ended: true, problem: undefined })
})

it('pauses, steps by hand, changes speed and goes on', async () => {
  const { past, pass, told } = world()
  past.want('nation')
  past.follow(replay('1d'))
  await settle()
  past.pause()
  await pass(5_000)
  expect(told()).toMatchObject({ shown: FIRST, paused: true })
  past.follow(replay('1h'))
  past.step(1)
  await settle()
  expect(told()).toMatchObject({ shown: '2021-09-01T01:00:00.000Z', paused: true })
  past.step(-1)
  await settle()
  past.resume()
  await settle()
  expect(told()).toMatchObject({ shown: '2021-09-01T01:00:00.000Z', paused: false })
})
