// @vitest-environment happy-dom
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { blankPage } from '../testing/blank-page.js'
import { Drop } from './drop.js'

const { host, render } = blankPage()
let close: () => void

beforeEach(() =>
  render(
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
