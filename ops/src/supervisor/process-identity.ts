import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What tells a process from another one that got the same pid later: its start time (Linux: in clock ticks since
 * boot; elsewhere: what `ps` says). `undefined` when no such process runs; a zombie counts as gone.
 */
export function startedAt(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      )
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name in brackets may hold spaces
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** Does the very process still run that had this pid and start time? */
export const stillRuns = (pid: number, started: string): boolean => startedAt(pid) === started

/** Sends a signal; a process already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
