import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { DeskSearch } from '../app/search.js'

const route = getRouteApi('/')

/** The desk's state in the address, and the way to change a part of it. */
export function useDeskSearch(): [DeskSearch, (change: Partial<DeskSearch>) => void] {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = useCallback(
    (part: Partial<DeskSearch>) => {
      const replace = 'q' in part
      void navigate({ search: (was) => ({ ...was, ...part }), replace, resetScroll: false })
    },
    [navigate],
  )
  return [search, change]
}
