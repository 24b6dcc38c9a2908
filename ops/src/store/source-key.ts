import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keptSecret, secretsDir } from './secrets.js'

const CLI = fileURLToPath(new URL('../../../ingest/dist/source/main.js', import.meta.url))

/**
 * The API key of the source `name` on this machine's gateway: made once, kept in `secrets/NAME.key`. The gateway
 * itself holds only its hash.
 * @throws Error with the words of the source command when it fails
 */
export async function sourceKey(data: string, name: string): Promise<string> {
  const file = `${name}.key`
  if (existsSync(join(secretsDir(data), file))) return keptSecret(data, file, () => '')
  const env = { ...process.env, MCC_DATA: data }
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'add', name], { env })
  const key = stdout.trim().split(/\s+/).at(-1) ?? ''
  if (!key) throw new Error(`no key was made for the source ${name}`)
  return keptSecret(data, file, () => key)
}
