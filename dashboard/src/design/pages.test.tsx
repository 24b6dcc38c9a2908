// @vitest-environment happy-dom
import { act, useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { blankPage } from '../testing/blank-page.js'
import { Pages } from './pages.js'

const { host, render } = blankPage()

function Book() {
  const [at, turn] = useState(1)
  return (
    <Pages
      text={`trang ${at}`}
      before={at > 1 ? () => turn(at - 1) : undefined}
      after={at < 3 ? () => turn(at + 1) : undefined}
    />
  )
}

beforeEach(() => render(<Book />))

function press(name: string): string | null | undefined {
  const button = [...host.querySelectorAll('button')].find((one) => one.textContent === name)
  button?.focus()
  act(() => button?.click())
  return document.activeElement?.textContent
}

it('keeps the focus on the button that turns, and at either end on what says where one is', () => {
  expect(press('Trang sau')).toBe('Trang sau')
  expect(press('Trang sau')).toBe('trang 3')
  expect(press('Trang trước')).toBe('Trang trước')
  expect(press('Trang trước')).toBe('trang 1')
})
