import { parseArgs } from 'node:util'
import { z } from 'zod'
import { FIRST_DAY, indexOf, LAST_DAY } from './calendar.js'
import { type IncidentName, INCIDENTS } from './incidents/incidents.js'
import type { ReplaySettings } from './world/world.js'

export const USAGE = `npm run replay -- [options]
  --from DAY --to DAY      campaign days, both inclusive (${FIRST_DAY} to ${LAST_DAY})
  --scale S                share of the real campaign, above 0, at most 1 (0.01)
  --speed SPEED            1d/s, 6h/s, 10m/s, 1s/s (real time) or max (1d/s)
  --seed N                 another seed, another campaign with the same totals (1)
  --target URL             the gateway (http://127.0.0.1:8081)
  --key KEY                API key of the source "exercise" (or MCC_API_KEY)
  --checkpoint FILE        resume from here, and note progress here
  --ledger FILE            write the replay's own totals here
  --incident NAME          rehearse ${INCIDENTS.join(', ')} or all; may be given several times
  --in-flight N            batches under way at once (3)
  --progress json|line     json: one JSON line per campaign day (default unless on a terminal)`

const UNITS: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 }
const campaignDay = z.iso
  .date()
  .refine((d) => d >= FIRST_DAY && d <= LAST_DAY, `a day from ${FIRST_DAY} to ${LAST_DAY}`)
/** Exercise milliseconds per real millisecond; undefined = as fast as accepted. */
const speed = z
  .string()
  .regex(/^(max|\d+(\.\d+)?[dhms]\/s)$/, 'such as 1d/s, 6h/s, 10m/s or max')
  .transform((s) => (s === 'max' ? undefined : Number.parseFloat(s) * UNITS[s.at(-3)!]!))

const schema = z
  .object({
    from: campaignDay.default(FIRST_DAY),
    to: campaignDay.default(LAST_DAY),
    scale: z.coerce.number().gt(0).max(1).default(0.01),
    speed: speed.prefault('1d/s'),
    seed: z.coerce.number().int().min(0).max(2_147_483_647).default(1),
    target: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8081'),
    key: z.string().min(1).optional(),
    checkpoint: z.string().min(1).optional(),
    ledger: z.string().min(1).optional(),
    incident: z.array(z.enum([...INCIDENTS, 'all'])).default([]),
    'in-flight': z.coerce.number().int().min(1).max(16).default(3),
    progress: z.enum(['json', 'line']).optional(),
    help: z.boolean().optional(),
  })
  .refine((o) => o.from <= o.to, { path: ['to'], message: 'not before --from' })

/** Options of a replay. `speed`: exercise milliseconds per real one, undefined = as fast as accepted. */
export interface ReplayOptions {
  readonly settings: ReplaySettings
  readonly speed: number | undefined
  readonly target: URL
  readonly key: string | undefined
  readonly checkpoint: string | undefined
  readonly ledger: string | undefined
  readonly inFlight: number
  readonly progress: 'json' | 'line' | undefined
}

/** The address to post to: the gateway's path is added to a bare host. */
function eventsUrl(target: string): URL {
  const url = new URL(target)
  if (url.pathname === '/' || url.pathname === '') url.pathname = '/v1/events'
  return url
}

/** Reads the command line; throws a `ZodError` or the parser's `TypeError` with what is wrong. Undefined = help was asked for. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): ReplayOptions | undefined {
  const text = { type: 'string' } as const
  const names = [
    'from',
    'to',
    'scale',
    'speed',
    'seed',
    'target',
    'key',
    'checkpoint',
    'ledger',
    'in-flight',
    'progress',
  ]
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(names.map((n) => [n, text])),
      incident: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const o = schema.parse(values)
  if (o.help) return undefined
  const incidents: readonly IncidentName[] = o.incident.includes('all')
    ? INCIDENTS
    : INCIDENTS.filter((name) => o.incident.includes(name))
  return {
    settings: { seed: o.seed, scale: o.scale, from: indexOf(o.from), to: indexOf(o.to), incidents },
    speed: o.speed,
    target: eventsUrl(o.target),
    key: o.key ?? env['MCC_API_KEY'],
    checkpoint: o.checkpoint,
    ledger: o.ledger,
    inFlight: o['in-flight'],
    progress: o.progress,
  }
}
