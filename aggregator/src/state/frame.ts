import type { ExerciseMark, UnitCode } from '@mcc/contract'

/** People of a unit: all, and 18 years and older. */
export interface People {
  all: number
  adults: number
}

/** What figures are measured against; the same for every state of a store. */
export interface Frame {
  /** Undefined where nobody has stated a denominator (ministries, place not stated). */
  people: (unit: UnitCode) => People | undefined
  exercise: ExerciseMark | undefined
}

/** A figure of the real campaign at the scale of this store. */
export const scaled = (frame: Frame, n: number): number => Math.round(n * (frame.exercise?.scale ?? 1))
