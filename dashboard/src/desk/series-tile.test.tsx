// @vitest-environment happy-dom
import type { UnitCode } from '@mcc/contract'
import { expect, it } from 'vitest'
import { blankPage } from '../testing/blank-page.js'
import { SeriesTile } from './series-tile.js'

const { host, render } = blankPage()

function said(days: Record<string, number> | undefined, code: UnitCode): string {
  render(<SeriesTile days={days} today="2021-11-24" code={code} />)
  return host.querySelector('.quiet-state')?.textContent ?? ''
}

it('says that the days of a province are on their way before it says that there are none', () => {
  expect(said(undefined, '01')).toBe('Đang tải…')
  expect(said({}, '01')).toBe('Chưa có dữ liệu')
})
it('does not say of ministries, whose doses stand above, that there is no data', () => {
  expect(said(undefined, '00')).toContain('Số theo ngày chỉ có')
})
