import { z } from 'zod'

const unit = z.object({ unit: z.string(), entered: z.number(), verified: z.number(), signed: z.number() })
/** Doses of a unit: entered, of a person whose identity was matched, and signed digitally. */
export type VerifiedUnit = z.infer<typeof unit>
export const verification = z.object({ knownAt: z.string(), units: z.array(unit) })
export const VERIFICATION_PATH = '/api/v1/verification'
