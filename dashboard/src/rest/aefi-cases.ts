import { isUnitCode, OUTCOMES, productId, SERIOUSNESS } from '@mcc/contract'
import { z } from 'zod'
import { request, type Answer } from './request.js'

const aefiCase = z.object({
  id: z.string(),
  unit: z.string().refine(isUnitCode),
  product: productId,
  lot: z.string(),
  doseNo: z.number(),
  notifiedAt: z.string(),
  reactions: z.array(z.string()),
  seriousness: z.array(z.enum(SERIOUSNESS)),
  outcome: z.enum(OUTCOMES),
})
export type AefiCase = z.infer<typeof aefiCase>
const answer = z.object({ cases: z.array(aefiCase) })

/** The newest cases of the caller's scope, newest first; `province` limits them to one. */
export async function newestCases(province: string | undefined, limit: number): Promise<Answer<AefiCase[]>> {
  const query = new URLSearchParams({ limit: String(limit), ...(province !== undefined && { province }) })
  const got = await request(answer, `/api/v1/aefi/cases?${query}`)
  return got.ok ? { ok: true, value: got.value.cases } : got
}
