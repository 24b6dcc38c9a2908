// @vitest-environment happy-dom
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import type { Answer } from '../rest/request.js'
import { blankPage } from '../testing/blank-page.js'
import { ActButton } from './act-button.js'

const { host, render } = blankPage()
let answer: (answer: Answer<string>) => void

beforeEach(() =>
  render(
    <ActButton<string>
      label="Thêm"
      title="Thêm tài khoản"
      confirm="Tạo"
      act={() => new Promise((resolve) => (answer = resolve))}
      done={() => undefined}
      outcome={(secret) => <output>{secret}</output>}
    >
      <p>ai</p>
    </ActButton>,
  ),
)

const press = (name: string) =>
  act(() => [...host.querySelectorAll('button')].find((button) => button.textContent === name)?.click())

it('tells what is told this once though the dialog was closed before the answer came', async () => {
  press('Thêm')
  press('Tạo')
  press('Thôi')
  expect(host.querySelector('dialog')).toBeNull()
  await act(async () => answer({ ok: true, value: 'mật khẩu' }))
  expect(host.querySelector('dialog[open] output')?.textContent).toBe('mật khẩu')
})
