import { NO_FILTER } from './facility-filter.js'
import { facilityRows } from './facility-rows.js'
import type { Listed } from './use-facilities.js'
import { useProvinceSearch } from './use-province-search.js'

/** The facility marked on map and list, and the way to mark one; a filter that would hide its row gives way. */
export function useMarked(listed: Listed): [string | undefined, (id: string) => void] {
  const [search, change] = useProvinceSearch()
  const mark = (id: string) => {
    const rows = listed.kind === 'listed' ? listed.rows : []
    const shown = facilityRows(rows, search, 'name', false).some((row) => row.id === id)
    change({ ...(shown ? {} : NO_FILTER), facility: id })
  }
  return [search.facility, mark]
}
