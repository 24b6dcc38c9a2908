import { z } from 'zod'
import { query } from '../query.js'
import { inUnits, unitsParam } from './slice.js'

const facility = z.object({
  id: z.string(),
  name: z.string(),
  district: z.string().describe('empty when the register names none'),
  kind: z.string(),
  lat: z.number(),
  lon: z.number(),
  open: z.int(),
  capacity: z.int().describe('doses a day'),
  doses: z.int(),
  today: z.int(),
})
export type Facility = z.infer<typeof facility>

/**
 * Facilities of the given units as registered now, each once (the registration known last, when several sources carry
 * it), with doses given there in all and on `today`, a day in Asia/Ho_Chi_Minh. Whoever calls this must have checked
 * the scope and must put the look on record.
 */
export const facilities = query({
  name: 'facilities',
  sql: `SELECT register.id AS id, name, district, kind, lat, lon, open, capacity, given AS doses, givenToday AS today
    FROM (
      SELECT unit, id, tupleElement(latest, 1) AS name, tupleElement(latest, 2) AS district,
        tupleElement(latest, 3) AS kind, tupleElement(latest, 4) AS lat, tupleElement(latest, 5) AS lon,
        tupleElement(latest, 6) AS open, tupleElement(latest, 7) AS capacity
      FROM (
        SELECT unit, id, argMax((name, district, kind, lat, lon, open, capacity_per_day), (known, key)) AS latest
        FROM (
          SELECT key, unit, id, name, district, kind, lat, lon, open, capacity_per_day, max(known_at) AS known
          FROM facility_ledger WHERE ${inUnits}
          GROUP BY key, unit, id, name, district, kind, lat, lon, open, capacity_per_day HAVING sum(sign) > 0
        ) GROUP BY unit, id
      )
    ) AS register
    LEFT JOIN (
      SELECT unit, facility, sum(doses) AS given, sumIf(doses, day = {today:Date}) AS givenToday
      FROM dose_place WHERE ${inUnits} GROUP BY unit, facility
    ) AS place ON place.unit = register.unit AND place.facility = register.id
    ORDER BY id`,
  params: unitsParam.extend({ today: z.iso.date() }),
  row: facility,
})
