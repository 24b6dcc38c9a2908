import { DEFAULT_PLAYLISTS } from '@mcc/contract'
import { expect, it } from 'vitest'
import { formatsFor } from '../design/format.js'
import { vi } from '../i18n/vi.js'
import { problemsOf } from './problems.js'

const main = DEFAULT_PLAYLISTS[0]!
const problems = (lists: typeof DEFAULT_PLAYLISTS) => problemsOf(lists, vi, formatsFor('vi-VN'))

it('finds nothing wrong with what a store begins with', () => {
  expect(problems(DEFAULT_PLAYLISTS)).toEqual([])
})
it('names playlist, scene and reason', () => {
  const scenes = main.scenes.map((s) => (s.scene === 'map' ? { ...s, dwell: 2 } : s))
  expect(problems([{ ...main, scenes }])).toEqual(['main, Bản đồ: giây từ 5 đến 600'])
  expect(problems([{ ...main, title: '' }])).toEqual(['main: tên từ 1 đến 80 ký tự'])
  const off = main.scenes.map((s) => ({ ...s, shown: false }))
  expect(problems([{ ...main, scenes: off }])).toEqual(['main: phải có ít nhất một cảnh được hiện'])
})
