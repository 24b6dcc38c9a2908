import { createContext, use, useDeferredValue, type ReactNode } from 'react'
import { formatsFor, type Formats } from '../design/format.js'
import { lasting } from '../rest/lasting.js'
import { vi, type Messages } from './vi.js'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Words (`m`) and number formats (`f`) of one language. */
export interface Speech {
  language: Language
  m: Messages
  f: Formats
}
const speechIn = (language: Language, m: Messages): Speech => ({ language, m, f: formatsFor(m.locale) })

/** The first language, part of every page; any other is fetched when it is asked for. */
export const VIETNAMESE = speechIn('vi', vi)

const LATER: Record<Exclude<Language, 'vi'>, () => Promise<Messages>> = {
  en: async () => (await import('./en.js')).en,
}
const fetched = new Map<Language, Promise<Speech>>()

/** A language other than Vietnamese; the same promise each time, and asked for until it comes. */
export function speechOf(language: Exclude<Language, 'vi'>): Promise<Speech> {
  const known = fetched.get(language)
  if (known) return known
  const coming = lasting(LATER[language])().then((m) => speechIn(language, m))
  fetched.set(language, coming)
  return coming
}

const SpeechContext = createContext<Speech>(VIETNAMESE)

/** Suspends until the words of `language` are there; a page that is read keeps its words until then. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const spoken = useDeferredValue(language)
  const speech = spoken === 'vi' ? VIETNAMESE : use(speechOf(spoken))
  return <SpeechContext value={speech}>{children}</SpeechContext>
}
/** The page's words (`m`) and number formats (`f`). */
export const useSpeech = (): Speech => use(SpeechContext)
