const MARKS = /\p{M}/gu
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu

/**
 * The text as somebody types it without a Vietnamese keyboard: no tone or vowel marks, đ → d, small letters,
 * punctuation (hyphens and dashes too) as single spaces. Equal for NFC and NFD input, and idempotent.
 */
export function foldDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('đ', 'd')
    .normalize('NFC')
    .replace(BETWEEN_WORDS, ' ')
    .trim()
}
