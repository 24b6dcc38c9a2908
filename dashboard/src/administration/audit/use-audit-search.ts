import { getRouteApi } from '@tanstack/react-router'
import type { AdminSearch } from '../../app/search.js'

const route = getRouteApi('/admin')

/** The audit's filter as the address says it. */
export const useAuditSearch = (): AdminSearch => route.useSearch()
