import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { makeGrouper } from './group.js'

const grouperOf = (work: (items: number[]) => Promise<void>) =>
  makeGrouper<number>({ work, weight: (n) => n, maxWeight: 10, waitMs: 5 })

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
