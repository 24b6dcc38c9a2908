import { parseArgs } from 'node:util'
import { z } from 'zod'

const camel = (name: string): string => name.replace(/-(\w)/g, (_all, c: string) => c.toUpperCase())
const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

/**
 * Reads `--name value` for every key of `defaults`; its type decides what is taken: a number, a text, or numbers separated
 * by commas. Throws on an unknown option or a value of another type.
 */
export function readOptions<T extends object>(args: readonly string[], defaults: T): T {
  const entries = Object.entries(defaults)
  const { values } = parseArgs({
    args: [...args],
    options: Object.fromEntries(entries.map(([name]) => [kebab(name), { type: 'string' } as const])),
  })
  const read = (name: string, text: string): unknown => {
    const like: unknown = defaults[name as keyof T]
    if (Array.isArray(like)) return text.split(',').map((part) => numberIn(name, part))
    return typeof like === 'number' ? numberIn(name, text) : text
  }
  const given = Object.entries(values).map(([name, text]) => [camel(name), read(camel(name), String(text))])
  return { ...defaults, ...(Object.fromEntries(given) as Partial<T>) }
}

function numberIn(name: string, text: string): number {
  const parsed = z.coerce.number().min(0).safeParse(text.replaceAll('_', ''))
  if (!parsed.success || text.trim() === '') throw new Error(`--${kebab(name)}: ${text} is no number`)
  return parsed.data
}

/** How the options of a benchmark are written, with their defaults. */
export const usageOf = (defaults: object): string =>
  Object.entries(defaults)
    .map(([name, value]) => `--${kebab(name)} ${String(value)}`)
    .join(' ')
