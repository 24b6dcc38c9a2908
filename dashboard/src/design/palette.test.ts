import { PRODUCTS } from '@mcc/contract'
import { describe, expect, it } from 'vitest'
import { contrast, inkOn, luminance, rgbOf } from './colour.js'
import { DARK, LIGHT, cssVariables, type Palette } from './palette.js'

const THEMES: [string, Palette, number][] = [
  ['light', LIGHT, 4.5],
  ['dark', DARK, 7],
]

/** Viénot, Brettel and Mollon (1999): what a dichromat sees, linear RGB in and out. */
const SIMULATIONS: Record<string, readonly (readonly [number, number, number])[]> = {
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
  protanopia: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
}
const linear = (c: number) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)
function lightness(hex: string, matrix: (typeof SIMULATIONS)[string] | undefined): number {
  const rgb = rgbOf(hex).map(linear)
  const [r = 0, g = 0, b = 0] = matrix
    ? matrix.map((row) => row.reduce((sum, k, i) => sum + k * rgb[i]!, 0))
    : rgb
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

describe.each(THEMES)('the %s palette', (_name, palette, needed) => {
  it('reads: text and secondary text against ground and surface', () => {
    for (const ink of [palette.text, palette.secondary])
      for (const under of [palette.ground, palette.surface])
        expect(contrast(ink, under)).toBeGreaterThanOrEqual(needed)
  })
  it('shows marks: alarms, progress, exercise words', () => {
    for (const mark of [palette.critical, palette.high, palette.medium, palette.progress, palette.reached])
      expect(contrast(mark, palette.ground)).toBeGreaterThanOrEqual(3)
    expect(contrast(palette.onExercise, palette.exercise)).toBeGreaterThanOrEqual(7)
  })
  it.each(['normal sight', 'deuteranopia', 'protanopia'])(
    'keeps neighbouring classes apart for %s',
    (sight) => {
      const steps = palette.coverage.map((hex) => lightness(hex, SIMULATIONS[sight]))
      for (const [i, step] of steps.slice(1).entries()) expect(Math.abs(step - steps[i]!)).toBeGreaterThan(5)
    },
  )
  it('grows in one direction, so that it also reads in grey', () => {
    const greys = palette.coverage.map(luminance)
    const sorted = greys.toSorted((a, b) => a - b)
    expect([sorted, sorted.toReversed()]).toContainEqual(greys)
  })
  it('gives every colour a custom property', () => {
    expect(cssVariables(palette)).toContainEqual(['--coverage-6', palette.coverage[6]])
    expect(cssVariables(palette)).toContainEqual(['--no-data-hatch', palette.noDataHatch])
  })
})

it('writes product names in an ink that reads on the product colour', () => {
  for (const p of PRODUCTS) expect(contrast(inkOn(p.colour), p.colour)).toBeGreaterThanOrEqual(4.5)
})
