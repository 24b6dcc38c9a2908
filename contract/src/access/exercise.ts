/** The exercise mark of a store: every screen, export and answer of it carries the mark. */
export interface ExerciseMark {
  /** Share of the real campaign that is played, e.g. 0.01; populations are scaled by it too. */
  scale: number
}
/** `DIỄN TẬP 1:100`, the words that nobody can miss. */
export const exerciseLabel = (mark: ExerciseMark): string =>
  `DIỄN TẬP 1:${Math.round(1 / mark.scale).toLocaleString('vi-VN')}`
/** HTTP header carried by every answer of an exercise store. */
export const EXERCISE_HEADER = 'X-MCC-Exercise'
/** HTTP header by which an exercise sets the exercise clock of the gateway (ISO 8601 instant). */
export const EXERCISE_NOW_HEADER = 'X-MCC-Exercise-Now'
