// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Drop } from './drop.js'

let host: HTMLElement
let root: Root
let close: () => void

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  act(() =>
    root.render(
      <>
        <Drop label="Tải về" name="Tải về">
          {(end) => (
            <button type="button" onClick={() => (close = end)}>
              Bảng CSV
            </button>
          )}
        </Drop>
        <input />
      </>,
    ),
  )
})
afterEach(() => {
  act(() => root.unmount())
  host.remove()
})

const button = (name: string) => [...host.querySelectorAll('button')].find((b) => b.textContent === name)
function choose(): void {
  act(() => button('Tải về')?.click())
  act(() => button('Bảng CSV')?.click())
}

it('gives the focus back to its button when it closes', () => {
  choose()
  act(() => close())
  expect([button('Bảng CSV'), document.activeElement]).toEqual([undefined, button('Tải về')])
})
it('calls nobody back who has gone elsewhere before the file came', () => {
  choose()
  act(() => host.querySelector('input')?.focus())
  act(() => close())
  expect(document.activeElement).toBe(host.querySelector('input'))
})
