import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT, StepError, say, step } from './step.mjs'
import { isStamped, printOf, stamp } from './stamp.mjs'

const WORKSPACES = ['contract', 'geo', 'warehouse', 'ingest', 'aggregator', 'ops', 'dashboard', 'bench']
const MANIFESTS = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  ...WORKSPACES.map((w) => `${w}/package.json`),
]

/** @throws {StepError} on a Node that the packages do not run on */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (!fits)
    throw new StepError(
      `Cần Node 20.19 trở lên · MCC needs Node >= 20.19 (or >= 22.12); this is ${process.versions.node}`,
    )
}

/** npm install, when packages are missing or a manifest has changed since. */
export async function packages() {
  const installed = existsSync(join(ROOT, 'node_modules', '.package-lock.json'))
  if (installed && isStamped('install', printOf(MANIFESTS))) return
  await step('npm-install', 'Cài gói npm · installing npm packages', 'npm', [
    'install',
    '--no-audit',
    '--no-fund',
  ])
  stamp('install', printOf(MANIFESTS))
}

/** @param {string[]} names programs, any of which will do */
const onPath = (names) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((dir) => names.some((name) => existsSync(join(dir, name))))

const isDebian = () => {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/**
 * Makes sure of a program of the system: installed by apt-get when root on Debian or Ubuntu, else asked for.
 * @param {string[]} programs any of which will do
 * @param {string} debianPackage
 * @param {string} others what to say to everyone else
 */
async function program(programs, debianPackage, others) {
  if (onPath(programs)) return
  if (process.getuid?.() !== 0 || !isDebian())
    throw new StepError(`Thiếu ${programs[0]} · ${programs[0]} is missing: ${others}`)
  const apt = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=500']
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  await step(
    'apt-update',
    'Danh mục gói hệ thống · refreshing the package list',
    'apt-get',
    [...apt, 'update'],
    env,
  )
  const install = [...apt, 'install', '--no-install-recommends', debianPackage]
  await step(
    `apt-${debianPackage}`,
    `Cài ${debianPackage} · installing ${debianPackage}`,
    'apt-get',
    install,
    env,
  )
}

export const redis = () =>
  process.env['REDIS_URL']
    ? Promise.resolve()
    : program(
        ['redis-server'],
        'redis-server',
        'install it (Debian/Ubuntu: sudo apt-get install redis-server; macOS: brew install redis), or set REDIS_URL',
      )

export const chromium = () =>
  program(
    ['chromium', 'chromium-browser', 'google-chrome'],
    'chromium',
    'install it (Debian/Ubuntu: sudo apt-get install chromium), the browser tests drive it',
  )

/** Builds when a source has changed since the last build, or nothing is built yet. */
export async function build() {
  const sources = [...WORKSPACES, 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json']
  const present = WORKSPACES.map((w) => join(ROOT, w, 'dist')).every((dir) => existsSync(dir))
  if (present && isStamped('build', printOf(sources))) return
  await step('build', 'Biên dịch · building', 'npm', ['run', 'build'])
  stamp('build', printOf(sources))
  say('sẵn sàng · ready')
}
