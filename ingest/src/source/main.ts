import { addSource, revokeSource, sourceName } from '@mcc/warehouse'

/** `add NAME` prints a new API key once; `revoke NAME` ends all keys of a source. */
const [command, name] = process.argv.slice(2)
const dataDir = process.env['MCC_DATA'] || './data'

if ((command !== 'add' && command !== 'revoke') || !name || !sourceName.safeParse(name).success) {
  process.stderr.write('usage: source add NAME | source revoke NAME   (NAME: letters, digits, . _ -)\n')
  process.exitCode = 2
} else if (command === 'add') {
  process.stdout.write(`${await addSource(dataDir, name, Date.now())}\n`)
} else {
  process.stdout.write(`revoked: ${await revokeSource(dataDir, name, Date.now())}\n`)
}
