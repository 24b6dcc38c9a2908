import { getRouteApi } from '@tanstack/react-router'
import type { AefiSearch } from '../app/search.js'
import { useSearchChange } from '../app/use-search-change.js'

const route = getRouteApi('/aefi')

/** The list's filter in the address, and the way to change a part of it; an open case stays open. */
export const useAefiSearch = (): [AefiSearch, (change: Partial<AefiSearch>) => void] => [
  route.useSearch(),
  useSearchChange(),
]
