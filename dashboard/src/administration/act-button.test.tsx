// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Answer } from '../rest/request.js'
import { ActButton } from './act-button.js'

let host: HTMLElement
let root: Root
let answer: (answer: Answer<string>) => void

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  act(() =>
    root.render(
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
})
afterEach(() => {
  act(() => root.unmount())
  host.remove()
})

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
