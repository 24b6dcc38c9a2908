import { useNavigate } from '@tanstack/react-router'

/** Changes a part of what the address of this page asks for, in place: no step for the back button, no jump of the page. */
export function useSearchChange<Search extends object>(): (part: Partial<Search>) => void {
  const navigate = useNavigate()
  return (part) => {
    void navigate({ to: '.', search: (was) => ({ ...was, ...part }), replace: true, resetScroll: false })
  }
}
