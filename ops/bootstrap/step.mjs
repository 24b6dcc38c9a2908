import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const LOGS = join(ROOT, 'tmp', 'bootstrap')
const TICK_MS = 5_000

/** A step that did not work; its message is for the person at the terminal. */
export class StepError extends Error {}

/** @param {number} since epoch ms */
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`

/** @param {string} line */
export const say = (line) => console.log(`[mcc] ${line}`)

/**
 * Runs one command of a step, its output going to `tmp/bootstrap/NAME.log`, and shows that time passes.
 * @param {string} name file name of the log
 * @param {string} what what the person reads
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @returns {Promise<void>}
 */
export async function step(name, what, command, args, env = {}) {
  mkdirSync(LOGS, { recursive: true })
  const log = join(LOGS, `${name}.log`)
  const fd = openSync(log, 'w')
  const begun = Date.now()
  say(`${what} …`)
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', fd, fd],
  })
  closeSync(fd)
  const tick = setInterval(() => say(`  … ${seconds(begun)}`), TICK_MS)
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(code === 0 ? '' : (signal ?? `exit code ${code}`)))
  })
  clearInterval(tick)
  if (ended === '') return say(`  xong · done (${seconds(begun)})`)
  const last = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15)
  throw new StepError(
    [`${what}: không được · failed (${ended})`, ...last.map((l) => `  | ${l}`), `  Log: ${log}`].join('\n'),
  )
}
