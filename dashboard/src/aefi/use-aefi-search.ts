import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { AefiSearch } from '../app/search.js'

const route = getRouteApi('/aefi')

/** The list's filter in the address, and the way to change a part of it; an open case stays open. */
export function useAefiSearch(): [AefiSearch, (change: Partial<AefiSearch>) => void] {
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = (part: Partial<AefiSearch>) => {
    void navigate({ to: '.', search: (was) => ({ ...was, ...part }), replace: true, resetScroll: false })
  }
  return [search, change]
}
