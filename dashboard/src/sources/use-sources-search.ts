import { getRouteApi } from '@tanstack/react-router'
import type { SourcesSearch } from '../app/search.js'
import { useSearchChange } from '../app/use-search-change.js'

const route = getRouteApi('/sources')

/** The quarantine's filter in the address, and the way to change a part of it. */
export const useSourcesSearch = (): [SourcesSearch, (change: Partial<SourcesSearch>) => void] => [
  route.useSearch(),
  useSearchChange(),
]
