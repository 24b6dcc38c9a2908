import { tallyEvent } from '@mcc/contract'
import { parseArgs } from 'node:util'
import { z } from 'zod'

export const USAGE = `npm run portal -- FILE | DIRECTORY of dated files | URL [options]
  --at YYYY-MM-DD  the day the figures are of, where neither the file's name nor its rows say it (a URL: today)
  --target URL     the gateway (default http://127.0.0.1:INGEST_PORT)
  --key KEY        API key of the source "portal" (default MCC_API_KEY, or MCC_DATA/secrets/portal.key)
  --exercise       mark the records as exercise; needed for, and only for, an exercise store
  --every 15m      a URL: fetch it again and again (s, m, h); needs Redis, stops with Ctrl-C`

/** The command line is not understood. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export interface Options {
  /** A file, a directory or an http(s) URL. */
  from: string
  at: string | undefined
  target: URL
  key: string | undefined
  exercise: boolean
  /** Milliseconds between two fetches of a URL. */
  everyMs: number | undefined
}

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const
const LEAST_MS = 10_000

/** `15m` → 900,000. @throws UsageError for another form, or less than ten seconds */
function interval(text: string): number {
  const [, digits, unit] = /^(\d{1,4})([smh])$/.exec(text) ?? []
  const ms = digits && unit ? Number(digits) * UNIT_MS[unit as keyof typeof UNIT_MS] : 0
  if (ms < LEAST_MS) throw new UsageError(`--every ${text}: a time of at least 10s, e.g. 15m`)
  return ms
}

export const isUrl = (from: string): boolean => /^https?:\/\//.test(from)

function flags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        at: { type: 'string' },
        target: { type: 'string' },
        key: { type: 'string' },
        exercise: { type: 'boolean', default: false },
        every: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** Reads the command line; `ingestPort` is that of this machine's gateway. @throws UsageError */
export function readOptions(args: readonly string[], ingestPort: number): Options {
  const { values, positionals } = flags(args)
  const [from] = positionals
  if (from === undefined || positionals.length > 1) throw new UsageError('name one file, directory or URL')
  if (values.at !== undefined && !tallyEvent.shape.day.safeParse(values.at).success)
    throw new UsageError(`--at ${values.at}: not a day as YYYY-MM-DD`)
  const target = z.url().safeParse(values.target ?? `http://127.0.0.1:${ingestPort}`)
  if (!target.success) throw new UsageError(`--target ${values.target}: not a URL`)
  if (values.every !== undefined && !isUrl(from)) throw new UsageError('--every needs a URL')
  return {
    from,
    at: values.at,
    target: new URL(target.data),
    key: values.key,
    exercise: values.exercise,
    everyMs: values.every === undefined ? undefined : interval(values.every),
  }
}
