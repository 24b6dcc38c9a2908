import { parseArgs } from 'node:util'
import { z } from 'zod'

export const USAGE = `npm run demo -- [options]
  --fresh           delete the exercise store first and start over
  --scale 0.01      share of the campaign that is played (a store keeps the scale it began with)
  --speed 1d/s      campaign time per second of real time
  --from, --to DAY  the days played, YYYY-MM-DD (default: the whole campaign)
  --seed 1          another seed, another course of the same campaign
  --port 8080       the dashboard; the gateway listens on the next one`

/** The command line is not understood. */
export class UsageError extends Error {
  override name = 'UsageError'
}

const schema = z.strictObject({
  help: z.boolean(),
  fresh: z.boolean(),
  scale: z.coerce.number().gt(0).max(1).default(0.01),
  port: z.coerce.number().int().min(1).max(65_534).optional(),
  speed: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  seed: z.string().regex(/^\d+$/).optional(),
})
export type DemoOptions = z.infer<typeof schema>

const text = { type: 'string' } as const

/** Reads the command line of the demo. @throws UsageError */
export function readOptions(args: readonly string[]): DemoOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        scale: text,
        speed: text,
        from: text,
        to: text,
        seed: text,
        port: text,
      },
    })
    return schema.parse(values)
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    throw new UsageError(`${why}\n\n${USAGE}`)
  }
}

/** What is passed on to the replay as it is. */
export function replayArgs(options: DemoOptions): string[] {
  const passed = {
    scale: options.scale,
    speed: options.speed,
    from: options.from,
    to: options.to,
    seed: options.seed,
  }
  return Object.entries(passed).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  )
}
