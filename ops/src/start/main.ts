import { resolve } from 'node:path'
import { readConfig } from '../config.js'
import { linksOf } from '../store/links.js'
import { assertReal } from '../store/marker.js'
import { sourceKey } from '../store/source-key.js'
import { onSignal } from '../supervisor/on-signal.js'
import { startSystem } from '../supervisor/system.js'
import { terminalOn } from '../terminal.js'
import { explain } from '../explain.js'

/** `npm start`: the whole machine on a real store, with no exercise data in it ever. */
async function main(): Promise<void> {
  const { say } = terminalOn(process.stdout)
  const config = readConfig({ ...process.env, MCC_DATA: process.env['MCC_DATA'] || resolve('data') })
  let end: () => Promise<void> = () => Promise.resolve()
  onSignal(async () => {
    say('đang dừng · stopping')
    await end()
  })
  await startSystem({
    config,
    what: 'npm start',
    say,
    extra: { MCC_EXERCISE_SCALE: undefined },
    prepare: async () => {
      assertReal(config.data)
      await sourceKey(config.data, 'portal')
    },
    begun: (stop) => (end = stop),
  })
  const links = await linksOf(config.data, config.host, config.port)
  if (links) {
    say(`Đăng nhập · sign in:  ${links.enter}`)
    say(`Màn hình lớn · wall:  ${links.wall}`)
  }
  say(
    `Cổng nhận dữ liệu · gateway: http://${config.host}:${config.ingestPort}/v1/events   (Ctrl-C: dừng · stop)`,
  )
}

main().catch(explain)
