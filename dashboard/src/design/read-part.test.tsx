// @vitest-environment happy-dom
import { act } from 'react'
import { expect, it } from 'vitest'
import type { Reading } from '../rest/use-read.js'
import { blankPage } from '../testing/blank-page.js'
import { ReadPart } from './read-part.js'

const { host, render } = blankPage()

let asked = 0
function draw(part: Partial<Reading<string>>): void {
  const nothing = { value: undefined, failure: undefined, code: undefined, behind: false }
  const of: Reading<string> = { ...nothing, reload: () => (asked += 1), ...part }
  render(<ReadPart of={of}>{(value) => <p>{value}</p>}</ReadPart>)
}
const again = () => host.querySelector('button')

it('hands the focus from "try again" to what has come, and not before', () => {
  draw({ failure: 'unreachable' })
  again()?.focus()
  act(() => again()?.click())
  expect([asked, document.activeElement]).toEqual([1, again()])
  draw({ value: 'số liệu' })
  expect(document.activeElement?.textContent).toBe('số liệu')
})
it('takes the focus from nobody who did not press', () => {
  draw({ failure: 'unreachable' })
  draw({ value: 'số liệu' })
  expect(document.activeElement).toBe(document.body)
})
