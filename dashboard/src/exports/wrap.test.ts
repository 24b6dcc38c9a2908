import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wrapped } from './wrap.js'

const measure = (text: string) => text.length

it('breaks between words only, loses none, and keeps every line within the width', () => {
  const word = fc.stringMatching(/^[a-zà-ỹ]{1,12}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (words, width) => {
      const lines = wrapped(words.join(' '), width, measure)
      expect(lines.join(' ')).toBe(words.join(' '))
      for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true)
    }),
  )
})
it('begins a line only when the one before is full', () => {
  expect(wrapped('Nguồn: Trung tâm chỉ huy', 14, measure)).toEqual(['Nguồn: Trung', 'tâm chỉ huy'])
})
