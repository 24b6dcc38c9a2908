// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { blankPage } from '../testing/blank-page.js'
import { FigureText } from './figure-text.js'
import { VIETNAMESE } from '../i18n/language.js'

const { f } = VIETNAMESE
const { host, render } = blankPage()

const draw = (doses: number) => render(<FigureText figure={doses} format={f.count} quiet testId="doses" />)

it('moves only the digits that changed', () => {
  draw(1_999)
  expect(host.querySelectorAll('.digit-moves')).toHaveLength(0)
  const first = host.querySelectorAll('.digit > span')[0]
  draw(1_998)
  const digits = host.querySelectorAll('.digit > span')
  expect(digits[0]).toBe(first)
  expect(digits[4]?.textContent).toBe('8')
  expect(host.querySelector('[data-testid=doses]')?.getAttribute('data-value')).toBe('1998')
})
it('speaks the number as a whole', () => {
  draw(118_402_117)
  expect(host.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('118.402.117')
})
it('draws "not reported" short in a table and still says it', () => {
  render(<FigureText figure={{ no: 'not-reported' }} format={f.count} compact />)
  expect(host.querySelector('.figure-not-reported > span')?.textContent).toBe('—')
  expect(host.textContent).toContain('chưa báo cáo')
})
