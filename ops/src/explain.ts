import { z } from 'zod'
import { UsageError } from './demo/options.js'
import { WrongStoreError } from './store/marker.js'
import { DirectoryHeldError } from './supervisor/lock.js'
import { StartError, StoppedError } from './supervisor/supervisor.js'

/** Last words of a command: what a person can mend is said in plain lines, a bug with its trace. Ends the process with code 1, unless it is ending anyway. */
export function explain(error: unknown): void {
  if (error instanceof StoppedError) return
  const plain = [StartError, DirectoryHeldError, WrongStoreError, UsageError].some(
    (kind) => error instanceof kind,
  )
  if (error instanceof z.ZodError) console.error(z.prettifyError(error))
  else console.error(plain ? (error as Error).message : error)
  process.exit(1)
}
