import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Station } from './station.js'

const root = join(import.meta.dirname, '..')
const ANSWER = join(root, '../shared/data/portal-answer-2021-08-05.json')

/** The real answer of the portal lies outside the repository. */
export const portalAnswerIsHere = existsSync(ANSWER)
if (!portalAnswerIsHere)
  console.warn('skipped: the real portal answer of 2021-08-05 lies outside the repository and is not here')

/** Loads it as `npm run portal` does; what the command said. */
export const loadPortalAnswer = (station: Station): string =>
  execFileSync(
    process.execPath,
    [
      join(root, 'ingest/dist/portal/main.js'),
      ANSWER,
      '--at',
      '2021-08-05',
      '--target',
      station.gateway,
      '--key',
      station.secret('portal.key'),
    ],
    { env: { ...process.env, MCC_DATA: station.data }, encoding: 'utf8' },
  )
