// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { blankPage } from '../testing/blank-page.js'
import { CopyLink } from './copy-link.js'

const { host, render } = blankPage()
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const press = () => act(async () => host.querySelector('button')!.click())
const said = () => host.querySelector('[role=status]')?.textContent

it('says for a while that the link was copied, and keeps a link that must be copied by hand', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  render(<CopyLink at="2021-10-01T00:00:00Z" live />)
  await press()
  expect(said()).toMatch(/^Đã chép/)
  act(() => void vi.advanceTimersByTime(9_000))
  expect(said()).toBeUndefined()
  write.mockRejectedValue(new Error('no secure address'))
  await press()
  act(() => void vi.advanceTimersByTime(9_000))
  expect(said()).toContain('at=2021-10-01')
})
