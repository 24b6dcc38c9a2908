import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Language } from '../i18n/language.js'
import type { Theme } from '../design/theme.js'
import type { ModeSearch } from '../time/mode.js'

interface PageSearch extends ModeSearch {
  lang?: Language | undefined
  theme?: Theme | undefined
}

/** Language, theme and moment in the address of whichever page this is, and the way to change them in place. */
export function usePageSearch(): [PageSearch, (change: PageSearch) => void] {
  const { at, replay, speed, lang, theme } = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const change = useCallback(
    (part: PageSearch) => {
      void navigate({ to: '.', search: (was) => ({ ...was, ...part }), resetScroll: false })
    },
    [navigate],
  )
  return [{ at, replay, speed, lang, theme }, change]
}
