import { z } from 'zod'

/** Which part of a subject is read: units always, days only when some are named (none named = all). */
export const unitsParam = z.object({ units: z.array(z.string()) })
export const sliceParam = unitsParam.extend({ days: z.array(z.iso.date()) })

/** Calendar day in Asia/Ho_Chi_Minh, as stored. */
export const dayColumn = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const inUnits = 'unit IN {units:Array(String)}'
export const inSlice = `${inUnits} AND (empty({days:Array(Date)}) OR day IN {days:Array(Date)})`
