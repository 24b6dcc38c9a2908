/** Lower case without Vietnamese marks, so that "da nang" finds "Đà Nẵng". */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Does every word typed begin a word of the name, in order? */
export function matches(name: string, typed: string): boolean {
  return (
    ` ${fold(name)}`.includes(` ${fold(typed)}`) ||
    fold(name).replace(/ /g, '').includes(fold(typed).replace(/ /g, ''))
  )
}
