// @vitest-environment happy-dom
import { useEffect } from 'react'
import { expect, it } from 'vitest'
import type { AefiCase } from '../rest/aefi-cases.js'
import { blankPage, drawnUntil } from '../testing/blank-page.js'
import { serve } from '../testing/serve.js'
import { useCases } from './use-cases.js'

const HUE: AefiCase = {
  key: 'hue',
  id: 'hue-1',
  unit: '46',
  facility: 'F1',
  product: 'pfizer',
  lot: 'PF-1',
  doseNo: 1,
  sex: 'female',
  birthYear: 1980,
  vaccinatedAt: '2021-11-24T01:00:00Z',
  onsetAt: '2021-11-24T02:00:00Z',
  notifiedAt: '2021-11-24T03:00:00Z',
  reactions: ['fever'],
  seriousness: [],
  severity: 'mild',
  outcome: 'recovered',
  stage: 'notified',
  grades: [],
  causality: [],
}
/** A server that lists a case of Huế, and fails for every other place. */
serve((request, response) => {
  response.statusCode = request.url?.includes('province=46') ? 200 : 500
  response.end(JSON.stringify({ cases: [HUE], next: 'more' }))
})
const { render } = blankPage()
let at: ReturnType<typeof useCases>

function List({ province }: { province: string }) {
  const now = useCases({ province })
  useEffect(() => {
    at = now
  })
  return null
}

const draw = (province: string) => render(<List province={province} />)
const rest = () => drawnUntil(() => !at.loading)

it('marks the cases of the filter before, and does not leave them under another whose answer failed', async () => {
  draw('46')
  await rest()
  expect([at.cases.length, at.behind]).toEqual([1, false])
  draw('01')
  expect([at.cases.length, at.behind, at.loading]).toEqual([1, true, true])
  await rest()
  expect([at.cases, at.next, at.failure]).toEqual([[], null, 'unreachable'])
})
