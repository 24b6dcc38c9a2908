import { useSearch } from '@tanstack/react-router'

/** The past moment that the page shows (UTC text); undefined while it is live. */
export const useMoment = (): string | undefined => useSearch({ from: '__root__' }).at
