import {
  AEFI_STAGES,
  type CaseSort,
  CAUSALITY,
  isUnitCode,
  OUTCOMES,
  type ProductId,
  productId,
  SERIOUSNESS,
} from '@mcc/contract'
import { z } from 'zod'
import { request, type Answer } from './request.js'

const aefiCase = z.object({
  key: z.string(),
  id: z.string(),
  unit: z.string().refine(isUnitCode),
  facility: z.string(),
  product: productId,
  lot: z.string(),
  doseNo: z.number(),
  sex: z.string(),
  birthYear: z.number(),
  vaccinatedAt: z.string(),
  onsetAt: z.string(),
  notifiedAt: z.string(),
  reactions: z.array(z.string()),
  seriousness: z.array(z.enum(SERIOUSNESS)),
  severity: z.string(),
  outcome: z.enum(OUTCOMES),
  stage: z.enum(AEFI_STAGES),
  grades: z.array(z.object({ at: z.string(), grade: z.number() })),
  causality: z.array(z.object({ reaction: z.string(), product: productId, class: z.enum(CAUSALITY) })),
})
export type AefiCase = z.infer<typeof aefiCase>
const page = z.object({ cases: z.array(aefiCase), next: z.string().nullable() })
type CasesPage = z.infer<typeof page>

/** What the server narrows the list by; days are days of notification in Asia/Ho_Chi_Minh. */
export interface CaseFilter {
  province?: string | undefined
  product?: ProductId | undefined
  serious?: 'yes' | 'no' | undefined
  stage?: AefiCase['stage'] | undefined
  from?: string | undefined
  to?: string | undefined
  q?: string | undefined
  sort?: CaseSort | undefined
  dir?: 'asc' | 'desc' | undefined
}
/** A file that leaves MCC stands in the audit as such. */
export type Purpose = 'look' | 'export'

/** A page of the caller's cases, newest notification first unless sorted; `before` is `next` of the page above it. */
export function casesPage(
  filter: CaseFilter,
  limit: number,
  before?: string,
  purpose: Purpose = 'look',
): Promise<Answer<CasesPage>> {
  const query = new URLSearchParams({ limit: String(limit), purpose })
  for (const [name, value] of Object.entries({ ...filter, before }))
    if (typeof value === 'string' && value !== '') query.set(name, value)
  return request(page, `/api/v1/aefi/cases?${query}`)
}

const LARGEST_PAGE = 500

/** All cases that pass the filter, for a file. Throws when a page does not come: half a list is no list. */
export async function allCases(filter: CaseFilter): Promise<AefiCase[]> {
  const cases: AefiCase[] = []
  let before: string | undefined
  do {
    const got = await casesPage(filter, LARGEST_PAGE, before, 'export')
    if (!got.ok) throw new Error(`the cases did not come: ${got.failure}`)
    cases.push(...got.value.cases)
    before = got.value.next ?? undefined
  } while (before !== undefined)
  return cases
}

/** The newest cases of the caller's scope, newest first; `province` limits them to one. */
export async function newestCases(province: string | undefined, limit: number): Promise<Answer<AefiCase[]>> {
  const got = await casesPage({ province }, limit)
  return got.ok ? { ok: true, value: got.value.cases } : got
}

/** One case by its key; `refused` when it is not in the caller's scope. */
export const oneCase = (key: string, purpose: Purpose = 'look'): Promise<Answer<AefiCase>> =>
  request(aefiCase, `/api/v1/aefi/case?${new URLSearchParams({ key, purpose })}`)
