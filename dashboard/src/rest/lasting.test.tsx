// @vitest-environment happy-dom
import { lazy, Suspense } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { Awaited } from '../design/awaited.js'
import { blankPage, drawnUntil } from '../testing/blank-page.js'
import { serve } from '../testing/serve.js'
import { lineIsBack } from './again.js'
import { lasting } from './lasting.js'

/** The document of the same version. */
serve((_request, response) => response.end('<p></p>'))
const { host, render } = blankPage()
afterEach(() => void vi.restoreAllMocks())
const pageIsOld = (ms: number) => void vi.spyOn(performance, 'now').mockReturnValue(ms)

/** Has every next try at once. */
const askingUntil = (so: () => boolean) =>
  drawnUntil(() => {
    lineIsBack()
    return so()
  })

it('says that code does not come, as long as that is so, and draws what it is for once it comes', async () => {
  pageIsOld(0)
  let asked = 0
  const Part = lazy(
    lasting(async () => {
      asked += 1
      if (asked < 3) throw new Error('away')
      return { default: () => <p>bản đồ</p> }
    }),
  )
  render(
    <Suspense fallback={<Awaited>Đang tải…</Awaited>}>
      <Part />
    </Suspense>,
  )
  expect(host.textContent).toBe('Đang tải…')
  await drawnUntil(() => host.textContent === 'Chưa tải được phần này, đang thử lại.')
  await askingUntil(() => host.textContent === 'bản đồ')
  render(<Awaited>Đang tải…</Awaited>)
  expect(host.textContent).toBe('Đang tải…')
})

it('begins anew once the server answers and yet the code does not come, but not as soon as it has begun', async () => {
  const begun = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined)
  let asked = 0
  const refused = () =>
    ended ? Promise.resolve() : Promise.reject(new Error(`refused ${(asked += 1)} times`))
  let ended = false
  pageIsOld(20_000)
  let came = false
  void lasting(refused)().then(() => (came = true))
  await askingUntil(() => asked > 2)
  expect(begun).not.toHaveBeenCalled()
  pageIsOld(40_000)
  await askingUntil(() => begun.mock.calls.length > 0)
  ended = true
  await askingUntil(() => came)
})
