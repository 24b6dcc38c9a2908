// The way in of every command of package.json: makes sure of what the command needs (packages, Redis, Chromium, a
// build), then becomes it. Uses no package, since it runs before there are any.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, checkNode, chromium, packages, redis } from './bootstrap/prepare.mjs'
import { ROOT, StepError } from './bootstrap/step.mjs'

/** @typedef {{ needs: (() => Promise<void>)[], file: string, args?: string[], env?: Record<string, string> }} Command */

/** @type {Record<string, Command>} */
const COMMANDS = {
  demo: { needs: [packages, redis, build], file: 'ops/dist/demo/main.js' },
  start: { needs: [packages, redis, build], file: 'ops/dist/start/main.js' },
  test: { needs: [packages, redis, chromium, build], file: 'node_modules/vitest/vitest.mjs', args: ['run'] },
  // the long rounds of the proofs: 200 random histories, 20 with refused records, ten minutes of kills under load, a wall through the campaign
  'test-deep': {
    needs: [packages, redis, chromium, build],
    file: 'node_modules/vitest/vitest.mjs',
    args: [
      'run',
      '--no-file-parallelism',
      'warehouse/src/ledger/oracle.ch.test.ts',
      'ingest/src/writer/refused.ch.test.ts',
      'e2e/crash.test.ts',
      'e2e/wall-campaign.test.ts',
    ],
    env: { MCC_DEEP: '1' },
  },
  pictures: {
    needs: [packages, redis, chromium, build],
    file: 'node_modules/vitest/vitest.mjs',
    args: ['run', '--config', 'e2e/pictures/vitest.config.ts'],
  },
  // takes anew the pictures that the visual test compares with
  looks: {
    needs: [packages, redis, chromium, build],
    file: 'node_modules/vitest/vitest.mjs',
    args: ['run', 'e2e/visual.test.ts'],
    env: { MCC_LOOKS: 'renew' },
  },
  portal: { needs: [packages, build], file: 'ingest/dist/portal/main.js' },
  replay: { needs: [packages, build], file: 'ingest/dist/replay/main.js' },
  bench: { needs: [packages, redis, build], file: 'bench/dist/main.js' },
  backup: { needs: [packages, build], file: 'ingest/dist/backup/main.js', args: ['backup'] },
  restore: { needs: [packages, build], file: 'ingest/dist/backup/main.js', args: ['restore'] },
  'geo-import': { needs: [packages, build], file: 'geo/dist/import/main.js' },
}

/**
 * Runs the real thing in this process's place: same terminal, same signals, same exit code; on a leash, so that it
 * ends when this process is killed.
 * @param {Command} command
 * @param {string[]} args
 */
function become(command, args) {
  const leash = ['--import', new URL('./leash.mjs', import.meta.url).href]
  const run = [...leash, '--enable-source-maps', join(ROOT, command.file), ...(command.args ?? []), ...args]
  const child = spawn(process.execPath, run, {
    cwd: process.cwd(),
    env: { ...process.env, ...command.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2)
  const command = COMMANDS[name]
  if (!command) throw new StepError(`node ops/bootstrap.mjs ${Object.keys(COMMANDS).join('|')} [arguments]`)
  checkNode()
  for (const need of command.needs) await need()
  become(command, args)
}

main().catch((error) => {
  console.error(error instanceof StepError ? error.message : error)
  process.exit(1)
})
