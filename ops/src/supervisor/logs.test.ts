import { closeSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { boundLog, openLog, tailOf } from './logs.js'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mcc-logs-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('keeps a log and its predecessor within the limit while the child goes on writing', () => {
  const file = join(dir, 'logs', 'writer.log')
  const fd = openLog(file)
  for (let line = 0; line < 1_000; line++) {
    writeSync(fd, `line ${line}\n`)
    boundLog(file, 1_000)
  }
  closeSync(fd)
  expect(statSync(file).size).toBeLessThanOrEqual(1_010)
  expect(statSync(`${file}.1`).size).toBeLessThanOrEqual(1_010)
  expect(readFileSync(`${file}.1`, 'utf8') + readFileSync(file, 'utf8')).toMatch(/line 998\nline 999\n$/)
})

it('shows the last lines, and none of a log that is not there', () => {
  const file = join(dir, 'x.log')
  expect(tailOf(file, 2)).toEqual([])
  writeFileSync(file, `${'old\n'.repeat(9_000)}one\ntwo\n`)
  expect(tailOf(file, 2)).toEqual(['one', 'two'])
})
