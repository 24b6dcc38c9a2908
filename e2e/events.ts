import { expect } from 'vitest'
import type { Station } from './station.js'

const facility = {
  type: 'facility',
  op: 'upsert',
  source: 'exercise',
  id: 'one-more',
  rev: 1,
  exercise: true,
  occurredAt: '2021-09-03T08:00:00+07:00',
  recordedAt: '2021-09-03T08:00:00+07:00',
  name: 'Trạm y tế phường Phúc Xá',
  province: '01',
  district: '001',
  kind: 'commune-station',
  lat: 21.05,
  lon: 105.85,
  capacityPerDay: 200,
  open: true,
}

/** Sends events to the gateway as the source whose key it is, which accepts them all. */
export async function post(station: Station, events: readonly object[], key = 'exercise.key'): Promise<void> {
  const headers = {
    authorization: `Bearer ${station.secret(key)}`,
    'content-type': 'application/x-ndjson',
  }
  const body = events.map((event) => JSON.stringify(event)).join('\n')
  const answer = await fetch(`${station.gateway}/v1/events`, { method: 'POST', headers, body })
  expect([answer.status, await answer.json()]).toMatchObject([202, { accepted: events.length }])
}

/** Sends one record more. */
export const postFacility = (station: Station): Promise<void> => post(station, [facility])
