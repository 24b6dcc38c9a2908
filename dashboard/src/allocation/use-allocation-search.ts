import { getRouteApi } from '@tanstack/react-router'
import type { AllocationSearch } from '../app/search.js'
import { useSearchChange } from '../app/use-search-change.js'

const route = getRouteApi('/allocation')

/** The page's state in the address, and the way to change a part of it. */
export const useAllocationSearch = (): [AllocationSearch, (change: Partial<AllocationSearch>) => void] => [
  route.useSearch(),
  useSearchChange(),
]
