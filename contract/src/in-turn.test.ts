import { expect, it } from 'vitest'
import { Busy, turns } from './in-turn.js'

it('runs one after another, goes on after a failure, and refuses what comes while too many wait', async () => {
  const inTurn = turns(2)
  const begun: string[] = []
  let end = (): void => undefined
  const first = inTurn(() => {
    begun.push('first')
    return new Promise<void>((resolve) => (end = resolve))
  })
  const second = inTurn(() => {
    begun.push('second')
    return Promise.reject(new Error('no'))
  })
  await expect(inTurn(() => Promise.resolve(3))).rejects.toThrow(Busy)
  expect(begun).toEqual(['first'])
  end()
  await first
  await expect(second).rejects.toThrow('no')
  expect(await inTurn(() => Promise.resolve(4))).toBe(4)
  expect(begun).toEqual(['first', 'second'])
})
