import { HttpError } from './http-error.js'

/** A reading of the present: whoever waits longer sees figures that are old when they come. */
const PRESENT_MS = 5_000
/** A reading of the past, or of all there is, may take what one statement of the engine may; one of the past goes on and is kept for who comes again. */
export const LONG_READ_MS = 20_000

/** What `work` comes to, or 503 after `ms`, whatever it waits for: a frozen store keeps its connections open for long. */
export async function inTime<T>(work: Promise<T>, ms = PRESENT_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const said = new HttpError(503, 'too_slow', 'there was no answer in time; try again', 2)
    timer = setTimeout(() => reject(said), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
