import { z } from 'zod'
import { readOptions, USAGE } from './options.js'
import { runReplay } from './run.js'

const explain = (error: unknown): string =>
  error instanceof z.ZodError
    ? z.prettifyError(error)
    : error instanceof Error
      ? error.message
      : String(error)

/** Plays the campaign of 2021 to a gateway. Exit codes: 0 done, 1 stopped by a refusal or a fault, 2 wrong options, 130 interrupted. */
async function main(): Promise<number> {
  let options
  try {
    options = readOptions(process.argv.slice(2), process.env)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n\n${USAGE}\n`)
    return 2
  }
  if (!options) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
  try {
    const tracker = await runReplay(options, {
      out: (text) => void process.stdout.write(text),
      warn: (text) => void process.stderr.write(text),
      inPlace: options.progress ? options.progress === 'line' : process.stdout.isTTY,
      signal: stop.signal,
    })
    for (const r of tracker.rejected.slice(0, 20))
      process.stderr.write(`refused: ${r.day} batch ${r.batch} line ${r.line} ${r.path} ${r.code}\n`)
    return 0
  } catch (error) {
    if (stop.signal.aborted) return 130
    process.stderr.write(`${explain(error)}\n`)
    return 1
  }
}

process.exitCode = await main()
