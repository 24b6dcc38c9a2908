import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './step.mjs'

const SKIPPED = new Set(['node_modules', 'dist'])
const fileOf = (/** @type {string} */ name) => join(ROOT, 'tmp', 'bootstrap', `${name}.stamp`)

/**
 * Every file below `path`, or `path` itself when it is a file; none when it does not exist.
 * @param {string} path relative to the root
 * @returns {string[]}
 */
function filesBelow(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(ROOT, path))
    .filter((entry) => !SKIPPED.has(entry))
    .flatMap((entry) => filesBelow(join(path, entry)))
}

/**
 * A short print of name, size and time of change of all files below `paths`.
 * @param {string[]} paths
 */
export function printOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesBelow).sort()) {
    const { size, mtimeMs } = statSync(join(ROOT, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** @param {string} name @param {string} print */
export function isStamped(name, print) {
  try {
    return readFileSync(fileOf(name), 'utf8') === print
  } catch {
    return false
  }
}

/** @param {string} name @param {string} print */
export function stamp(name, print) {
  mkdirSync(join(ROOT, 'tmp', 'bootstrap'), { recursive: true })
  writeFileSync(fileOf(name), print)
}
