import { join } from 'node:path'
import { z } from 'zod'
import type { Account, Accounts } from './accounts.js'
import type { Displays } from './displays.js'
import type { Links } from './links.js'
import { readJson, writeJson } from '@mcc/warehouse'
import { digestOf } from './token.js'

const paths = z.record(z.string(), z.string())
/** Paths of this server by which somebody gets in: `enter`, `display`, on an exercise also `director` … */
export type FirstRun = z.infer<typeof paths>

/**
 * Who gets a link. A real store: an administrator, who makes the other accounts. An exercise: one account for each
 * desk; `enter` is the AEFI analyst of the nation, the one role that sees both every aggregate and lines of cases.
 */
const REAL: Record<string, Account> = { enter: { name: 'admin', role: 'administrator' } }
const EXERCISE: Record<string, Account> = {
  enter: { name: 'analyst', role: 'aefi-analyst' },
  analyst: { name: 'analyst', role: 'aefi-analyst' },
  director: { name: 'director-01', role: 'director', province: '01' },
  committee: { name: 'committee', role: 'committee' },
  officer: { name: 'officer', role: 'allocation-officer' },
  administrator: { name: 'admin', role: 'administrator' },
}
const ENTER = '/enter?key='
const WALL = '/wall/main#display='

interface Parts {
  accounts: Accounts
  displays: Displays
  links: Links
}

async function enterPath(
  { accounts, links }: Parts,
  account: Account,
  old: string | undefined,
  exercise: boolean,
  now: number,
): Promise<string> {
  const known = await accounts.find(account.name)
  const key = old?.startsWith(ENTER) ? old.slice(ENTER.length) : undefined
  if (known && key !== undefined && (await links.valid(key, account.name, now))) return old!
  // a link of a real store that was used, or has run out, is not made again by a mere restart
  if (known && !exercise) return '/'
  const made = await links.create(account.name, exercise, now)
  // the account last: if this is cut off, the next start sees no account and makes both again
  if (!known) await accounts.put(account)
  return ENTER + made
}

async function displayPath({ displays }: Parts, old: string | undefined, now: number): Promise<string> {
  const token = old?.startsWith(WALL) ? old.slice(WALL.length) : undefined
  if (token !== undefined && (await displays.find(digestOf(token), now))) return old!
  return WALL + (await displays.create('Màn hình đầu tiên', now)).token
}

/** Sees to it that somebody can get in, and writes the paths to `secrets/first-run.json` (0600). */
export async function firstRun(
  secrets: string,
  parts: Parts,
  exercise: boolean,
  now: number,
): Promise<FirstRun> {
  const file = join(secrets, 'first-run.json')
  const old = await readJson(file, paths)
  const made: FirstRun = {}
  for (const [name, account] of Object.entries(exercise ? EXERCISE : REAL))
    made[name] = await enterPath(parts, account, old?.[name], exercise, now)
  made['display'] = await displayPath(parts, old?.['display'], now)
  await writeJson(file, made)
  return made
}
