import { isNumber, type Figure } from '@mcc/contract'

/** What is told of each product's doses. */
export const PARTS = ['allocated', 'received', 'given', 'left'] as const

/** The sum of figures. One that has no number makes the sum unknown: a part is never shown as the whole. */
export function totalOf(figures: readonly Figure[]): Figure {
  const numbers = figures.filter(isNumber)
  if (numbers.length === figures.length) return numbers.reduce((sum, n) => sum + n, 0)
  return figures.find((figure) => !isNumber(figure)) ?? 0
}
