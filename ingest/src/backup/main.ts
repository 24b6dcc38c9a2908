import { join } from 'node:path'
import { BackupError } from '@mcc/warehouse'
import { z } from 'zod'
import { backup } from './backup.js'
import type { Manifest } from './manifest.js'
import { restore } from './restore.js'
import { backupEnv, runningStores } from './stores.js'

const USAGE = `npm run backup -- [DIR]     backup of the running system of MCC_DATA (./data) into DIR (MCC_DATA/backups/TIME)
npm run restore -- DIR      restores the backup in DIR into an empty MCC_DATA (./data)`

const out = (text: string): void => void process.stdout.write(`${text}\n`)
const begun = performance.now()
const say = (what: string): void =>
  out(`[${((performance.now() - begun) / 1_000).toFixed(1).padStart(6)} s] ${what} …`)

const called = ({ store }: Manifest): string =>
  `${store.kind === 'exercise' ? `exercise store of scale ${store.scale}` : 'real store'}, schema ${store.schema}, ` +
  `${store.tables.find((t) => t.table === 'dose_ledger')?.rows ?? 0} rows of doses`

async function runBackup(directory: string | undefined): Promise<void> {
  const env = backupEnv.parse(setOnly(process.env))
  const now = Date.now()
  const target =
    directory ?? join(env.MCC_DATA, 'backups', new Date(now).toISOString().replaceAll(/[:.]/g, '-'))
  const m = await backup(await runningStores(env), env.MCC_DATA, target, now, say)
  out(`backup in ${target}: ${called(m)}; everything known up to ${m.watermark}`)
  if (m.place === 'server')
    out(`the tables are on the disk "backups" of the ClickHouse server, as ${m.store.name}: keep both`)
  out(
    'files/ holds the pseudonym key, the hashes of the API keys and of the passwords: whoever has it can find a person again. Lock it away, encrypted and apart from store/.',
  )
}

async function runRestore(directory: string | undefined): Promise<void> {
  if (directory === undefined) throw new BackupError(USAGE)
  const env = backupEnv.parse(setOnly(process.env))
  const { manifest: m, mended } = await restore(env, directory, say)
  out(`restored into ${env.MCC_DATA}: ${called(m)}; rows and checksums agree`)
  if (mended > 0) out(`${mended} keys of roll-ups did not agree with their ledger and were mended`)
  out(
    `what was received from ${m.resendFrom} on is to be sent again by its sources; what comes twice counts once`,
  )
}

/** Empty variables count as unset. */
const setOnly = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))

const [command, directory] = process.argv.slice(2)
const run = command === 'backup' ? runBackup : command === 'restore' ? runRestore : undefined
try {
  if (!run) throw new BackupError(USAGE)
  await run(directory)
} catch (error) {
  const plain = error instanceof z.ZodError ? z.prettifyError(error) : undefined
  process.stderr.write(
    `${command ?? 'backup'}: ${plain ?? (error instanceof BackupError ? error.message : String(error))}\n`,
  )
  process.exitCode = 1
}
