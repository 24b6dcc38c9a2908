/** Every colour of the product, once; CSS custom properties and map styles are both made from it. */
export interface Palette {
  ground: string
  surface: string
  line: string
  text: string
  secondary: string
  /** Coverage, low to high; seven classes. */
  coverage: readonly [string, string, string, string, string, string, string]
  progress: string
  reached: string
  behind: string
  critical: string
  high: string
  medium: string
  exercise: string
  onExercise: string
  past: string
  noData: string
  noDataHatch: string
  focus: string
}

export const LIGHT: Palette = {
  ground: '#F5F7FA',
  surface: '#FFFFFF',
  line: '#D8E0EA',
  text: '#10192A',
  secondary: '#4A5970',
  coverage: ['#E1ECF7', '#C3D9ED', '#9CC1E0', '#6CA2CF', '#4183B9', '#1F64A0', '#0B3F74'],
  progress: '#1F64A0',
  reached: '#0B6E5A',
  behind: '#8A5A00',
  critical: '#B3123D',
  high: '#B54A00',
  medium: '#6B5D00',
  exercise: '#F0B429',
  onExercise: '#10192A',
  past: '#6A4BB3',
  noData: '#E4E8EE',
  noDataHatch: '#A9B4C4',
  focus: '#1F64A0',
}

export const DARK: Palette = {
  ground: '#0B1220',
  surface: '#111B2E',
  line: '#25344C',
  text: '#EDF2F9',
  secondary: '#A6B5CB',
  coverage: ['#21395B', '#264D7C', '#2F66A0', '#3C81BE', '#589DD6', '#8AC1EA', '#CBE6FB'],
  progress: '#4A93CB',
  reached: '#35B79A',
  behind: '#E0A83A',
  critical: '#FF5C8A',
  high: '#FF9B4A',
  medium: '#E8D04A',
  exercise: '#E0A83A',
  onExercise: '#0B1220',
  past: '#A78BFA',
  noData: '#1A2437',
  noDataHatch: '#4A5A75',
  focus: '#7DB8E6',
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

/** The palette as `[custom property, value]` pairs: `--ground`, `--coverage-0` … */
export function cssVariables(palette: Palette): [name: string, value: string][] {
  return Object.entries(palette).flatMap<[string, string]>(
    ([name, value]: [string, string | readonly string[]]) =>
      typeof value === 'string'
        ? [[`--${kebab(name)}`, value]]
        : value.map((v, i): [string, string] => [`--${kebab(name)}-${i}`, v]),
  )
}
