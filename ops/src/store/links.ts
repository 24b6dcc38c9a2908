import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const firstRun = z.object({ enter: z.string(), display: z.string() })
const WAIT_MS = 15_000

/** Whole addresses of the sign-in link and of the wall, from the paths that the aggregator leaves on its first run. */
export async function linksOf(
  data: string,
  host: string,
  port: number,
): Promise<{ enter: string; wall: string } | undefined> {
  const shown = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host
  const base = `http://${shown}:${port}`
  for (const limit = Date.now() + WAIT_MS; Date.now() < limit; await sleep(200)) {
    try {
      const links = firstRun.parse(JSON.parse(readFileSync(join(data, 'secrets', 'first-run.json'), 'utf8')))
      return { enter: base + links.enter, wall: base + links.display }
    } catch {
      // not written yet
    }
  }
  return undefined
}
