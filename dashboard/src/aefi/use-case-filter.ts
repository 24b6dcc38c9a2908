import { fallsAtFirst, type CaseSort } from '@mcc/contract'
import type { CaseFilter } from '../rest/aefi-cases.js'
import { useSession } from '../rest/session.js'
import { useAefiSearch } from './use-aefi-search.js'

interface Narrowed {
  /** What the server is asked: what the address says, within the caller's province. */
  filter: CaseFilter
  /** Does the address leave cases out? */
  narrowed: boolean
  sort: CaseSort
  descending: boolean
}

/** Filter and order of the list of cases. */
export function useCaseFilter(): Narrowed {
  const [{ province, product, serious, stage, from, to, q, sort, dir }] = useAefiSearch()
  const { caller } = useSession()
  const filter = { province, product, serious, stage, from, to, q }
  const by = sort ?? 'notified'
  return {
    filter: { ...filter, sort, dir, ...(caller?.province && { province: caller.province }) },
    narrowed: Object.values(filter).some((part) => part !== undefined),
    sort: by,
    descending: (dir ?? (fallsAtFirst(by) ? 'desc' : 'asc')) === 'desc',
  }
}
