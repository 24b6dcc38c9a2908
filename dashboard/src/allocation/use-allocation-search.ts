import { getRouteApi } from '@tanstack/react-router'
import type { AllocationSearch } from '../app/search.js'

const route = getRouteApi('/allocation')

/** The page's state in the address, and the way to change a part of it. */
export function useAllocationSearch(): [AllocationSearch, (change: Partial<AllocationSearch>) => void] {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: Partial<AllocationSearch>) => {
    void navigate({ search: (was) => ({ ...was, ...part }), replace: true, resetScroll: false })
  }
  return [search, change]
}
