/**
 * Calls `end` once at the first SIGINT, SIGTERM or SIGHUP, then lets the process end with code 0 (1 when `end`
 * fails). Ctrl-C reaches both npm and us, so the same signal again is ignored.
 */
export function onSignal(end: () => Promise<void>): void {
  let ending = false
  const once = () => {
    if (ending) return
    ending = true
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, once)
}
