import { dayOf } from '@mcc/contract'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isUrl } from './options.js'
import { assertOnce, parsePortal } from './parse.js'
import { type PortalReading, PortalShapeError } from './reading.js'

const FETCH_LIMIT_MS = 30_000

/** The portal does not answer, or not with figures. */
export class PortalAwayError extends Error {
  override name = 'PortalAwayError'
}

/** The day in a file's name: `2021-08-05` or `20210805`, wherever it stands. */
export function dayInName(file: string): string | undefined {
  const [, year, month, day] = /(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(basename(file)) ?? []
  return year ? `${year}-${month}-${day}` : undefined
}

const readFile = (file: string, at: string | undefined): PortalReading[] =>
  parsePortal(readFileSync(file, 'utf8'), basename(file), at ?? dayInName(file))

/** The dated JSON and CSV files of a directory, oldest first. @throws PortalShapeError when there is none */
function readDirectory(directory: string, at: string | undefined): PortalReading[] {
  const files = readdirSync(directory)
    .filter((file) => /\.(json|csv)$/i.test(file) && dayInName(file) !== undefined)
    .toSorted((a, b) => (dayInName(a)! < dayInName(b)! ? -1 : 1))
  if (files.length === 0)
    throw new PortalShapeError(`${directory}: no .json or .csv file with a day in its name`)
  return files.flatMap((file) => readFile(join(directory, file), at))
}

async function readUrl(url: string, at: string): Promise<PortalReading[]> {
  const signal = AbortSignal.timeout(FETCH_LIMIT_MS)
  const answer = await fetch(url, { signal }).catch((cause: unknown) => {
    throw new PortalAwayError(`${url} does not answer`, { cause })
  })
  if (!answer.ok) throw new PortalAwayError(`${url}: HTTP ${answer.status}`)
  return parsePortal(await answer.text(), url, at)
}

/**
 * All readings of a file, of every dated file of a directory, or of a URL (which are of today in Viet Nam unless
 * `at` states the day). Nothing is returned unless all of it has the portal's shape.
 * @param now epoch milliseconds
 * @throws PortalShapeError, PortalAwayError, or the I/O error of a file
 */
export async function readPortal(
  from: string,
  at: string | undefined,
  now: number,
): Promise<PortalReading[]> {
  const readings = isUrl(from)
    ? await readUrl(from, at ?? dayOf(now))
    : statSync(from).isDirectory()
      ? readDirectory(from, at)
      : readFile(from, at)
  assertOnce(readings, from)
  return readings
}
