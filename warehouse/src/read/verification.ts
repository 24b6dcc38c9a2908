import { z } from 'zod'
import { query } from '../query.js'

/** Doses of all time by unit: entered, of a person whose identity matched the population register, and signed digitally. */
export const doseVerification = query({
  name: 'dose-verification',
  sql: `SELECT unit, sum(doses) AS entered, sumIf(doses, verification = 'identity-matched') AS verified,
      sumIf(doses, signed = 1) AS signed_
    FROM dose_day GROUP BY unit HAVING entered != 0 ORDER BY unit`,
  params: z.object({}),
  row: z
    .object({ unit: z.string(), entered: z.int(), verified: z.int(), signed_: z.int() })
    .transform(({ signed_: signed, ...row }) => ({ ...row, signed })),
})
