// @vitest-environment happy-dom
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { lineIsBack } from '../rest/again.js'
import { blankPage } from '../testing/blank-page.js'
import { TileBoundary } from './tile.js'

const { host, render } = blankPage()
let broken = true
function Part() {
  if (broken) throw new Error('broken')
  return <p>số liệu</p>
}

it('says that a part failed, and draws it by itself once it can be drawn', () => {
  // React tells of each failure
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  render(
    <TileBoundary>
      <Part />
    </TileBoundary>,
  )
  const failed = host.textContent
  expect(failed).toContain('gặp lỗi')
  act(lineIsBack)
  expect(host.textContent).toBe(failed)
  broken = false
  act(lineIsBack)
  expect(host.textContent).toBe('số liệu')
})
