import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DirectoryHeldError, LOCK_FILE, lockDirectory } from './lock.js'
import { startedAt } from './process-identity.js'

const NOW = new Date('2026-01-01T00:00:00Z')
let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mcc-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('refuses a directory that is held, naming the holder, and gives it when it is free again', () => {
  const unlock = lockDirectory(dir, 'npm start', NOW)
  expect(() => lockDirectory(dir, 'npm run demo', NOW)).toThrow(DirectoryHeldError)
  expect(() => lockDirectory(dir, 'npm run demo', NOW)).toThrow(`"npm start" (pid ${process.pid}`)
  unlock()
  lockDirectory(dir, 'npm run demo', NOW)()
})

it('takes over a lock whose process is gone, also when its pid was given to another process', () => {
  const left = (pid: number, started: string) =>
    writeFileSync(join(dir, LOCK_FILE), JSON.stringify({ pid, started, what: 'npm start', since: 'then' }))
  left(2 ** 22 + 7, '1')
  lockDirectory(dir, 'npm start', NOW)()
  left(process.pid, `${startedAt(process.pid)}0`)
  lockDirectory(dir, 'npm start', NOW)()
  writeFileSync(join(dir, LOCK_FILE), 'half writ')
  lockDirectory(dir, 'npm start', NOW)()
})
