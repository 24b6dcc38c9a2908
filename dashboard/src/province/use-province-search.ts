import { getRouteApi } from '@tanstack/react-router'
import type { ProvinceSearch } from '../app/search.js'
import { useSearchChange } from '../app/use-search-change.js'

const route = getRouteApi('/province/$code')

/** Search and order of the facilities in the address, and the way to change a part of them. */
export const useProvinceSearch = (): [ProvinceSearch, (change: Partial<ProvinceSearch>) => void] => [
  route.useSearch(),
  useSearchChange(),
]
