import { exerciseLabel } from '@mcc/contract'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Config, readConfig } from '../config.js'
import { explain } from '../explain.js'
import { linksOf } from '../store/links.js'
import { deleteExercise, markExercise } from '../store/marker.js'
import { sourceKey } from '../store/source-key.js'
import { onSignal } from '../supervisor/on-signal.js'
import { logsOf } from '../supervisor/supervisor.js'
import { type System, startSystem } from '../supervisor/system.js'
import { type Terminal, terminalOn } from '../terminal.js'
import { type DemoOptions, readOptions, replayArgs, USAGE } from './options.js'
import { FIRST_DAY, type Progress, progressLine } from './progress.js'
import { type Replay, playExercise } from './replay.js'

const SOURCE = 'exercise'
/** The pace shown is that since the report this many reports ago. */
const PACE_REPORTS = 5

function configOf(options: DemoOptions): Config {
  const env = process.env
  const ports =
    options.port === undefined ? {} : { PORT: `${options.port}`, INGEST_PORT: `${options.port + 1}` }
  return readConfig({ ...env, MCC_DATA: env['MCC_DATA'] || resolve('data', 'exercise'), ...ports })
}

async function prepare(config: Config, options: DemoOptions): Promise<void> {
  if (options.fresh) deleteExercise(config.data)
  markExercise(config.data, options.scale)
  await sourceKey(config.data, SOURCE)
  await sourceKey(config.data, 'portal')
}

async function play(
  config: Config,
  options: DemoOptions,
  system: System,
  terminal: Terminal,
): Promise<Replay> {
  const dir = join(config.data, 'replay')
  mkdirSync(dir, { recursive: true })
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  const target = ['--target', `http://${host}:${config.ingestPort}`]
  const files = ['--checkpoint', join(dir, 'checkpoint.json'), '--ledger', join(dir, 'ledger.json')]
  const args = [...replayArgs(options), ...target, ...files]
  const env = { ...system.plan.env, MCC_API_KEY: await sourceKey(config.data, SOURCE) }
  const seen: Progress[] = []
  terminal.progress(
    'Diễn tập bắt đầu · the exercise begins (a resumed one first counts what was sent) …',
    Date.now(),
  )
  return playExercise(args, env, logsOf(config.data), (now) => {
    seen.push(now)
    const before = seen.at(-PACE_REPORTS) ?? seen[0]!
    const line = progressLine(now, before, seen[0]!, options.from ?? FIRST_DAY)
    terminal.progress(line, now.at)
  })
}

/** `npm run demo`: the whole machine on an exercise store, with the campaign of 2021 played to it. */
async function main(): Promise<void> {
  const terminal = terminalOn(process.stdout)
  const { say } = terminal
  const options = readOptions(process.argv.slice(2))
  if (options.help) return say(USAGE)
  const config = configOf(options)
  let end: () => Promise<void> = () => Promise.resolve()
  let stopping = false
  onSignal(async () => {
    stopping = true
    say('\nđang dừng · stopping')
    await end()
  })
  const system = await startSystem({
    config,
    what: 'npm run demo',
    say,
    extra: { MCC_EXERCISE_SCALE: String(options.scale) },
    prepare: () => prepare(config, options),
    begun: (stop) => (end = stop),
  })
  const links = await linksOf(config.data, config.host, config.port)
  say(`\n${exerciseLabel({ scale: options.scale })}`)
  if (links) say(`  Đăng nhập · sign in:  ${links.enter}\n  Màn hình lớn · wall:  ${links.wall}`)
  say('  Ctrl-C: dừng · stop; chạy lại để tiếp tục · run again to go on\n')
  const replay = await play(config, options, system, terminal)
  end = async () => {
    await replay.stop()
    await system.stop()
  }
  await replay.ended.catch(async (error: unknown) => {
    await system.stop()
    throw error
  })
  if (stopping) return
  say(
    '\nChiến dịch đã phát hết; hệ thống vẫn chạy · the campaign has been played; the system stays up (Ctrl-C)',
  )
}

main().catch(explain)
