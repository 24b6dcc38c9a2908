import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { makeGrouper } from './group.js'

const grouperOf = (work: (items: number[]) => Promise<void>) =>
  makeGrouper<number, number[]>({
    prepare: (items) => Promise.resolve(items),
    work,
    weight: (n) => n,
    maxWeight: 10,
    waitMs: 5,
  })

it('works off one group at a time, in order, as large as its limit allows under backlog', async () => {
  const groups: number[][] = []
  let running = 0
  const grouper = grouperOf(async (items) => {
    expect(++running).toBe(1)
    groups.push(items)
    await sleep(10)
    running--
  })
  await Promise.all([4, 4, 4, 20, 3, 3, 3].map((n) => grouper.add(n)))
  expect(groups).toEqual([[4, 4], [4], [20], [3, 3, 3]])
  expect(grouper.idle()).toBe(true)
})

it('an item resolves only with its own group, and a failed group fails its items alone', async () => {
  let release = (): void => undefined
  const grouper = grouperOf((items) =>
    items.includes(9) ? Promise.reject(new Error('no')) : new Promise((resolve) => (release = resolve)),
  )
  let done = false
  const first = grouper.add(5).then(() => (done = true))
  const second = grouper.add(9)
  await sleep(30)
  expect([done, grouper.idle()]).toEqual([false, false])
  release()
  await first
  await expect(second).rejects.toThrow('no')
})

it('prepares the next group while one is worked off, and tells it which', async () => {
  const said: string[] = []
  const grouper = makeGrouper<number, string>({
    prepare: async (items, before) => {
      said.push(`prepare ${items.join('+')} after ${before ?? 'nothing'}`)
      return items.join('+')
    },
    work: async (group) => {
      said.push(`work ${group}`)
      await sleep(10)
      said.push(`done ${group}`)
    },
    weight: (n) => n,
    maxWeight: 10,
    waitMs: 5,
  })
  await Promise.all([6, 7, 8].map((n) => grouper.add(n)))
  expect(said).toEqual([
    'prepare 6 after nothing',
    'prepare 7 after 6',
    'work 6',
    'done 6',
    'prepare 8 after 7',
    'work 7',
    'done 7',
    'work 8',
    'done 8',
  ])
})
