import { expect, it } from 'vitest'
import { burnInShift, reloadDue } from './planned-reload.js'

const at = (time: string) => Date.parse(`2021-11-24T${time}+07:00`)

it('reloads once a night at 03:30 in Viet Nam', () => {
  expect(reloadDue(at('03:29:59'), at('03:30:00'))).toBe(true)
  expect(reloadDue(at('03:30:00'), at('03:30:01'))).toBe(false)
  expect(reloadDue(at('02:00:00'), at('03:29:59'))).toBe(false)
  expect(reloadDue(at('03:29:00'), at('03:40:00'))).toBe(true)
})
it('moves the picture by 2 px every three minutes and comes back', () => {
  expect([0, 179_999, 180_000, 360_000, 540_000, 720_000].map(burnInShift)).toEqual([
    [0, 0],
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0],
  ])
})
