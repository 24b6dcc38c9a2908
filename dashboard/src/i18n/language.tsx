import { createContext, use, type ReactNode } from 'react'
import { formatsFor, type Formats } from '../design/format.js'
import { en } from './en.js'
import { vi, type Messages } from './vi.js'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export interface Speech {
  language: Language
  m: Messages
  f: Formats
}
const CATALOGUES: Record<Language, Messages> = { vi, en }
/** Words and number formats of one language. */
export const speechOf = (language: Language): Speech => ({
  language,
  m: CATALOGUES[language],
  f: formatsFor(CATALOGUES[language].locale),
})
const SPEECHES: Record<Language, Speech> = { vi: speechOf('vi'), en: speechOf('en') }
const SpeechContext = createContext<Speech>(SPEECHES.vi)

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <SpeechContext value={SPEECHES[language]}>{children}</SpeechContext>
}
/** The page's words (`m`) and number formats (`f`). */
export const useSpeech = (): Speech => use(SpeechContext)
