import { z } from 'zod'
import { figureQuery } from '../known/figure-query.js'
import { dayColumn, inSlice, inUnits, sliceParam, unitsParam } from './slice.js'

const doseCell = z.object({
  unit: z.string(),
  product: z.string(),
  doseNo: z.int(),
  series: z.string(),
  doses: z.int(),
})
export type DoseCell = z.infer<typeof doseCell>

/** Doses of all time by unit, product, dose number and series. Cells whose rows cancel out are left away. */
export const doseCells = figureQuery({
  name: 'dose-cells',
  sql: (
    from,
  ) => `SELECT unit, product, dose_no AS doseNo, series, sum(doses) AS doses FROM ${from.doses} AS cell
    WHERE ${inUnits} GROUP BY unit, product, dose_no, series HAVING sum(cell.doses) != 0`,
  params: unitsParam,
  row: doseCell,
})

const unitDay = z.object({ unit: z.string(), day: dayColumn, doses: z.int() })
export type DoseDay = z.infer<typeof unitDay>

/** Doses by unit and day of administration; cells whose rows cancel out are left away. */
export const doseDays = figureQuery({
  name: 'dose-days',
  sql: (from) => `SELECT unit, day, sum(doses) AS doses FROM ${from.doses} AS cell
    WHERE ${inSlice} GROUP BY unit, day HAVING sum(cell.doses) != 0`,
  params: sliceParam,
  row: unitDay,
})

const districtDoses = z.object({
  unit: z.string(),
  district: z.string(),
  doses: z.int(),
  today: z.int(),
  facilities: z.int(),
})
export type DistrictDoses = z.infer<typeof districtDoses>

/**
 * Doses by district of the facility as the register says now: of all time, and of the day `today`. `facilities` counts
 * registered facilities and those that only doses name; `ZZ` is a facility without a district, or not registered in the
 * unit that the doses name.
 */
export const districtDosesOf = figureQuery({
  name: 'district-doses',
  sql: (
    from,
  ) => `SELECT unit, if(register.district = '', 'ZZ', register.district) AS district, sum(given) AS doses, sum(givenToday) AS today,
      uniqExact(facility) AS facilities
    FROM (
      SELECT unit, facility, sum(doses) AS given, sumIf(doses, day = {today:Date}) AS givenToday
      FROM ${from.places} AS cell WHERE ${inUnits} GROUP BY unit, facility HAVING given != 0 OR givenToday != 0
      UNION ALL
      SELECT unit, id AS facility, 0 AS given, 0 AS givenToday
      FROM ${from.facilities} AS row WHERE ${inUnits} GROUP BY unit, id HAVING sum(sign) > 0
    ) AS place
    LEFT JOIN (
      SELECT unit, id, argMax(district, (known_at, key)) AS district
      FROM (
        SELECT key, unit, id, district, max(known_at) AS known_at FROM ${from.facilities} AS row WHERE ${inUnits}
        GROUP BY key, unit, id, district HAVING sum(sign) > 0
      ) GROUP BY unit, id
    ) AS register ON register.unit = place.unit AND register.id = place.facility
    GROUP BY unit, district`,
  params: unitsParam.extend({ today: z.iso.date() }),
  row: districtDoses,
})
