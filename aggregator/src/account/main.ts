import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { provinceCode, ROLES } from '@mcc/contract'
import { z } from 'zod'
import { accountName, Accounts } from '../access/accounts.js'
import { Links } from '../access/links.js'

const USAGE = `account add NAME --role ROLE [--province CODE]   make or replace an account; prints its password once
account link NAME                               print a link that signs NAME in once
account remove NAME
account list
Roles: ${ROLES.filter((r) => r !== 'wall').join(', ')}. A director needs a province. Accounts are those of MCC_DATA.`

const OPTIONS = { role: { type: 'string' }, province: { type: 'string' }, help: { type: 'boolean' } } as const
const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const secrets = join(process.env['MCC_DATA'] || './data', 'secrets')
const accounts = new Accounts(secrets)

async function add(name: string, given: { role?: string; province?: string }): Promise<void> {
  const role = z.enum(ROLES).exclude(['wall']).parse(given.role)
  const province = provinceCode.optional().parse(given.province)
  if (role === 'director' && province === undefined) throw new Error('a director needs --province')
  const password = randomBytes(12).toString('base64url')
  await accounts.put({ name, role, ...(province === undefined ? {} : { province }) }, password)
  say(`${name}: ${password}`)
}

async function link(name: string): Promise<void> {
  if (!(await accounts.find(name))) throw new Error(`no account ${name}`)
  say(`/enter?key=${await new Links(secrets).create(name, false, Date.now())}`)
}

async function remove(name: string): Promise<void> {
  const came = await accounts.remove(name)
  if (came === 'no-such') throw new Error(`no account ${name}`)
  if (came === 'last-administrator') throw new Error(`${name} is the last administrator`)
  await new Links(secrets).withdraw(name, Date.now())
  say(`removed ${name}`)
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS })
  const [command, given] = positionals
  if (values.help) say(USAGE)
  else if (command === 'list')
    for (const a of await accounts.all()) say([a.name, a.role, a.province ?? ''].join('\t').trimEnd())
  else if (given === undefined) throw new Error(USAGE)
  else if (command === 'add') await add(accountName.parse(given), values)
  else if (command === 'link') await link(given)
  else if (command === 'remove') await remove(given)
  else throw new Error(USAGE)
}

try {
  await run()
} catch (error) {
  const wrong = error instanceof z.ZodError ? z.prettifyError(error) : error
  process.stderr.write(`${wrong instanceof Error ? wrong.message : String(wrong)}\n`)
  process.exitCode = 1
}
