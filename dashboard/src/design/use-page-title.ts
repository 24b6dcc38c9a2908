import { useEffect } from 'react'

/** What the page is called in the browser's tab and history, and by those who hear it. */
export function usePageTitle(name: string): void {
  useEffect(() => {
    document.title = `${name} · MCC`
  }, [name])
}
