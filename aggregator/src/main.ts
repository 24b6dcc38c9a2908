import { readConfig } from './config.js'
import { makeLog } from './log.js'
import { serve } from './server.js'

const config = readConfig(process.env)
const log = makeLog(config.LOG_LEVEL)

try {
  const running = await serve(config, log)
  const address = running.http.address()
  log.info({ address, exercise: config.MCC_EXERCISE_SCALE ?? null }, 'aggregator ready')
  // said once, to whoever started the machine; the file beside is for programs
  if (running.firstRun['enter'] !== '/')
    log.info(`sign in: http://localhost:${config.PORT}${running.firstRun['enter'] ?? '/'}`)

  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
} catch (error) {
  log.fatal({ error: error instanceof Error ? error.message : String(error) }, 'cannot start')
  process.exitCode = 1
}
