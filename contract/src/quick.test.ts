import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { count, identifier, instant } from './events/common.js'
import { quick, whole } from './quick.js'
import { PRODUCTS, productId } from './reference/products.js'
import { provinceCode, UNIT_CODES, unitCode } from './reference/units.js'

const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
/** Moments, days that no calendar has, years that no store holds, and texts that only look alike. */
const moments = fc
  .tuple(
    fc.constantFrom('2021', '1970', '1971', '2148', '2149', '0000', '21'),
    two(13),
    two(32),
    two(25),
    two(61),
    fc.constantFrom('', ':00', ':59.5', ':30.123456', ':30.1234567', ':61'),
    fc.constantFrom('Z', '+07:00', '-12:30', '+99:99', '', ' '),
  )
  .map(([y, mo, d, h, mi, s, offset]) => `${y}-${mo}-${d}T${h}:${mi}${s}${offset}`)
const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('a', 'Đ', 'ế', '7', '.', '_', ':', '/', '-', ' ', '\n', '😀'),
    maxLength: 66,
  }),
  fc.constantFrom('', 'a'.repeat(64), 'a'.repeat(65), '𝒳'.repeat(32), '𝒳'.repeat(33)),
)
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 20 }),
  fc.double(),
  fc.constantFrom(-0, 1e9, 1e9 + 1, 2 ** 53, -(2 ** 53), Infinity, '3'),
)
const codes = fc.constantFrom<unknown>(...UNIT_CODES, ...PRODUCTS.map(({ id }) => id), '1', '001', 'zz')
const values = fc.oneof(fc.anything(), moments, texts, numbers, codes)

it.each([
  ['instant', instant],
  ['identifier', identifier],
  ['count', count],
  ['whole', whole(-2, 9)],
  ['unitCode', unitCode],
  ['provinceCode', provinceCode],
  ['productId', productId],
] as const)('%s says of every value what its checks alone say', (_name, schema: z.ZodType) => {
  // a copy asks its checks only
  const checks = schema.meta({ title: 'slow' })
  const seen = { good: 0, bad: 0 }
  fc.assert(
    fc.property(values, (value) => {
      const verdict = schema.safeParse(value, { reportInput: true })
      expect(verdict).toEqual(checks.safeParse(value, { reportInput: true }))
      seen[verdict.success ? 'good' : 'bad'] += 1
    }),
    { numRuns: 3_000 },
  )
  expect(seen.good).toBeGreaterThan(20)
  expect(seen.bad).toBeGreaterThan(20)
})

it('a value found good passes without a check; in an object, a list, described, and where it may be absent too', () => {
  let checked = 0
  const slow = z.string().refine(() => (checked += 1) > 0)
  const schema = quick(slow, (v) => v === 'good')
  const all = z.strictObject({ one: schema, many: z.array(schema), maybe: schema.describe('m').optional() })
  expect(all.safeParse({ one: 'good', many: ['good'], maybe: 'good' }).success).toBe(true)
  expect(all.safeParse({ one: 'good', many: [] }).success).toBe(true)
  expect(checked).toBe(0)
  expect(all.safeParse({ one: 'other', many: ['good'] }).success).toBe(true)
  expect(checked).toBe(1)
})
