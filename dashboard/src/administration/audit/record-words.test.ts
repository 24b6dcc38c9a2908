import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { VIETNAMESE as vi } from '../../i18n/language.js'
import { actionText, detailText } from './record-words.js'

it('names what was acted on in words', () => {
  const filter = { name: 'lan', role: 'director', province: '79', way: 'link' }
  expect(detailText({ filter }, vi)).toBe(
    'tên: lan · vai trò: Lãnh đạo tiêm chủng tỉnh · phạm vi: TP. Hồ Chí Minh · cách vào: đường dẫn một lần',
  )
  expect(detailText({ filter: { unit: 'nation', note: '', later: 7 } }, vi)).toBe(
    'phạm vi: Cả nước · later: 7',
  )
})

it('has words for every act that the server puts on record', () => {
  const routes = join(import.meta.dirname, '../../../../aggregator/src/rest/routes')
  const written = readdirSync(routes).flatMap((file) => {
    const text = readFileSync(join(routes, file), 'utf8')
    const named = new Map(
      [...text.matchAll(/const (\w+) = '([^']+)'/g)].map(([, name, path]) => [name!, path!]),
    )
    const pathOf = (word: string) => (word.startsWith("'") ? word.slice(1, -1) : named.get(word))
    const looks = [...text.matchAll(/\{\s*path: ([\w]+|'[^']+'),\s*filter/g)].map(
      ([, word]) => `get ${pathOf(word!)}`,
    )
    const acts = [...text.matchAll(/action: `(\w+) \$\{([A-Z_]+)\}`/g)].map(
      ([, method, word]) => `${method} ${pathOf(word!)}`,
    )
    return [...looks, ...acts, ...[...text.matchAll(/action: '([^']+)'/g)].map(([, action]) => action!)]
  })
  expect(written.length).toBeGreaterThan(11)
  expect(written.filter((action) => actionText(action, vi) === action)).toEqual([])
  expect(actionText('post /api/v2/later', vi)).toBe('post /api/v2/later')
})
