import { PRODUCTS } from '@mcc/contract'
import { DISTRICTS, PROVINCES } from '@mcc/geo'
import type { Page } from 'playwright-core'
import { en } from '../dashboard/src/i18n/en.js'
import { vi } from '../dashboard/src/i18n/vi.js'

/** Words that both languages write alike: names of things, of files, of makers, of accounts. */
const SHARED = new Set(
  [
    'MCC AEFI CSV PNG Excel CC BY svg maps wall main',
    'BioNTech Sinopharm Comirnaty Spikevax Gam COVID Vac AZD1222 CIGB',
    'analyst admin committee officer director exercise portal',
    ...PRODUCTS.flatMap((product) => [product.name, product.short]),
  ].flatMap((text) => wordsOf(text)),
)

function wordsOf(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => word.toLowerCase())
}

/** Every word of a catalogue; sentences with values are filled with nothing. */
function catalogueWords(part: unknown): string[] {
  if (typeof part === 'string') return wordsOf(part)
  if (typeof part === 'function') {
    const nothing = () => ''
    return wordsOf(String((part as (...values: unknown[]) => unknown)(nothing, '', '', '')))
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(catalogueWords) : []
}
const places = [...PROVINCES, ...DISTRICTS].flatMap(({ name }) => wordsOf(name))
const vietnamese = new Set([...catalogueWords(vi), ...places])
const english = new Set(catalogueWords(en).filter((word) => word.length > 1 && !vietnamese.has(word)))

/** Letters and endings that no Vietnamese syllable has. */
const FOREIGN = /[fjwz]|[^aeiouycghmnpt]$|[^cknpt]h$|[^n]g$|[a-z]{8}/

const isForeign = (word: string): boolean =>
  /^[a-z]+$/.test(word) &&
  !SHARED.has(word) &&
  !vietnamese.has(word) &&
  (english.has(word) || (word.length > 2 && FOREIGN.test(word)))

/** What a person reads or hears on the page, apart from parts that say they are in another language. */
const wordsOfPage = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (!element || element.closest('[lang=en], script, style, [data-source-words]')) continue
      if (node instanceof Element)
        for (const name of [
          'aria-label',
          'title',
          'placeholder',
          'alt',
          'aria-valuetext',
          'aria-roledescription',
        ])
          said.push(element.getAttribute(name) ?? '')
      else said.push(node.textContent ?? '')
    }
    return said.filter((text) => text.trim() !== '')
  })

/** Sentences of the page with a word that is not Vietnamese, each with that word. */
export async function englishOn(page: Page): Promise<string[]> {
  const said = await wordsOfPage(page)
  return [...new Set(said)].flatMap((text) =>
    // codes of lots, decisions and cases are no words
    wordsOf(text.replaceAll(/\S*\d\S*/g, ' '))
      .filter(isForeign)
      .map((word) => `${word}: «${text.slice(0, 80)}»`),
  )
}
