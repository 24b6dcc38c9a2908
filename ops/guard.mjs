// Runs a program that is not ours (redis-server) as a child that dies with the supervisor:
// `node ops/guard.mjs PROGRAM ARGS…`. Tells the supervisor the program's own pid.
import { spawn } from 'node:child_process'

const GRACE_MS = 10_000
const [program = '', ...args] = process.argv.slice(2)
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })

/** @param {NodeJS.Signals} signal */
const end = (signal) => {
  child.kill(signal)
  setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
}

child.once('spawn', () => process.send?.({ pid: child.pid }))
child.once('error', (error) => {
  console.error(`${program}: ${error.message}`)
  process.exit(127)
})
child.once('exit', (code, signal) => {
  if (signal) console.error(`${program} was ended by ${signal}`)
  process.exit(code ?? 1)
})
process.once('disconnect', () => end('SIGTERM'))
process.on('SIGTERM', () => end('SIGTERM'))
process.on('SIGINT', () => end('SIGTERM'))
