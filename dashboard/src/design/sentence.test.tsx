// @vitest-environment happy-dom
import { act, useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { blankPage } from '../testing/blank-page.js'
import { Moved } from './moved.js'
import { Sentence, SentenceDay } from './sentence.js'

const { host, render } = blankPage()

beforeEach(() => render(<Filter />))

function Filter() {
  const [day, setDay] = useState<string>()
  return (
    <Sentence
      label="lọc"
      clear={day === undefined ? undefined : { word: 'Bỏ lọc', run: () => setDay(undefined) }}
    >
      <SentenceDay value={day} change={setDay}>
        từ
      </SentenceDay>
      <output>{day}</output>
    </Sentence>
  )
}

const field = () => host.querySelector('input')!
const held = () => host.querySelector('output')?.textContent
const wrong = () => field().getAttribute('aria-invalid')
function writeAndEnter(text: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field(), text)
    field().dispatchEvent(new Event('input', { bubbles: true }))
  })
  act(() => void field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })))
}

it('holds a day at Enter, writes it as the page does, and keeps the focus', () => {
  field().focus()
  writeAndEnter('3/11/2021')
  expect([held(), field().value]).toEqual(['2021-11-03', '03/11/2021'])
  expect(document.activeElement).toBe(field())
})
it('marks what is no day, until the filter is cleared', () => {
  writeAndEnter('03/11/2021')
  writeAndEnter('31/02/2021')
  expect([held(), field().value, wrong()]).toEqual(['2021-11-03', '31/02/2021', 'true'])
  act(() => host.querySelector('button')?.click())
  expect([field().value, wrong()]).toEqual(['', 'false'])
})
it('hands the focus on when the button that clears it is gone', () => {
  writeAndEnter('03/11/2021')
  host.querySelector('button')?.focus()
  act(() => host.querySelector('button')?.click())
  expect(document.activeElement).toBe(field())
})
it('keeps the place of who reads a list again that has moved', () => {
  let read = 0
  const draw = (count: string) => render(<Moved count={count} word="Tải lại" again={() => (read += 1)} />)
  draw('5')
  // its place is kept, so that nothing below it moves when it shows
  const button = () => host.querySelector('button')!
  const shown = () => !button().classList.contains('link-kept')
  expect(shown()).toBe(false)
  draw('6')
  expect(shown()).toBe(true)
  button().focus()
  act(() => button().click())
  expect([read, shown()]).toEqual([1, false])
  expect(document.activeElement).not.toBe(button())
  expect(host.contains(document.activeElement)).toBe(true)
})
