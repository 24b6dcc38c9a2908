import { getRouteApi } from '@tanstack/react-router'
import type { QualitySearch } from '../app/search.js'
import { useSearchChange } from '../app/use-search-change.js'

const route = getRouteApi('/quality')

/** What the page narrows to, in the address, and the way to change a part of it. */
export const useQualitySearch = (): [QualitySearch, (change: Partial<QualitySearch>) => void] => [
  route.useSearch(),
  useSearchChange(),
]
