import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ChildSpec, SupervisedChild } from './child.js'
import { signal, startedAt } from './process-identity.js'
import { StartError, StoppedError, Supervisor } from './supervisor.js'

const OPS = fileURLToPath(new URL('../../', import.meta.url))
const STEADY = 'setInterval(() => {}, 1000)\n'

let dir = ''
let said: string[] = []
let stops: (() => Promise<void>)[] = []

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mcc-supervisor-'))
  said = []
  stops = []
})
afterEach(async () => {
  for (const stop of stops) await stop()
  rmSync(dir, { recursive: true, force: true })
})

const hooks = () => ({
  say: (line: string) => void said.push(line),
  changed: () => {},
  logs: join(dir, 'logs'),
})

function spec(name: string, code: string, run?: ChildSpec['run'], args: string[] = []): ChildSpec {
  const file = join(dir, `${name}.mjs`)
  writeFileSync(file, code)
  return { name, run: run ?? { node: file }, args, env: process.env, alive: () => Promise.resolve(true) }
}

function supervise(): Supervisor {
  const supervisor = new Supervisor(hooks())
  stops.push(() => supervisor.stop())
  return supervisor
}

const pidOf = (child: SupervisedChild | undefined) => child?.run?.pid ?? 0
const gone = (pid: number) => startedAt(pid) === undefined

describe('a supervised child', () => {
  it('is started again at once when it is killed, and stops for good when told to', async () => {
    const supervisor = supervise()
    await supervisor.start([spec('steady', STEADY)])
    const child = supervisor.running[0]
    const first = pidOf(child)
    signal(first, 'SIGKILL')
    const killed = Date.now()
    await vi.waitFor(() => expect(pidOf(child)).not.toBeOneOf([0, first]), { timeout: 20_000, interval: 20 })
    // back-off.test.ts holds the wait below a second; a busy machine adds what it takes to begin a process
    expect(Date.now() - killed).toBeLessThan(3_000)
    expect(child?.run?.restarts).toBe(1)
    const second = pidOf(child)
    await supervisor.stop()
    expect(gone(second)).toBe(true)
  })

  it('that runs a foreign program takes the program along, even when its guard is killed', async () => {
    const supervisor = supervise()
    await supervisor.start([spec('foreign', '', { program: 'sleep' }, ['60'])])
    const child = supervisor.running[0]
    await vi.waitFor(() => expect(commandOf(pidOf(child))).toContain('sleep'), { timeout: 20_000 })
    const program = pidOf(child)
    signal(parentOf(program), 'SIGKILL')
    await vi.waitFor(() => expect(pidOf(child)).not.toBe(program), { timeout: 20_000 })
    await vi.waitFor(() => expect(commandOf(pidOf(child))).toContain('sleep'), { timeout: 20_000 })
    expect(gone(program)).toBe(true)
    const next = pidOf(child)
    await supervisor.stop()
    expect(gone(next)).toBe(true)
  })

  it('that is stopped in the moment of its death does not come back', async () => {
    const supervisor = supervise()
    await supervisor.start([spec('foreign', '', { program: 'sleep' }, ['60'])])
    const child = supervisor.running[0]
    await vi.waitFor(() => expect(commandOf(pidOf(child))).toContain('sleep'), { timeout: 20_000 })
    const program = pidOf(child)
    signal(parentOf(program), 'SIGKILL')
    const begun = Date.now()
    await supervisor.stop()
    // sooner than a child that does not end by itself is given
    expect(Date.now() - begun).toBeLessThan(8_000)
    expect(gone(program)).toBe(true)
    expect(child?.run).toBeUndefined()
  })

  it('that cannot start fails the start with its own last words', async () => {
    const supervisor = supervise()
    const dying = {
      ...spec('dying', "console.error('no such disk'); process.exit(3)\n"),
      alive: async () => false,
    }
    const failure = await supervisor.start([dying]).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StartError)
    expect((failure as Error).message).toContain('no such disk')
    expect(said.join('\n')).toMatch(/dying: .*died 3 times/)
  })

  it('takes a one-shot along that has not ended yet', async () => {
    const supervisor = supervise()
    await supervisor.runOnce(spec('short', 'process.exit(0)'))
    const failure = await supervisor
      .runOnce(spec('failing', "console.error('no'); process.exit(2)"))
      .catch(String)
    expect(failure).toMatch(/failing: ended with code 2[\s\S]*no$/)
    const run = supervisor.runOnce(spec('long', STEADY)).catch((error: unknown) => error)
    await sleep(300)
    await supervisor.stop()
    expect(await run).toBeInstanceOf(StoppedError)
  })

  it('ends in reverse order, each after the one that leans on it is gone', async () => {
    const supervisor = supervise()
    const story = join(dir, 'story')
    // writes down itself what befalls it: whoever watched from outside would see the order only when quick enough
    const tells = (name: string): ChildSpec => ({
      ...spec(
        name,
        `import { appendFileSync } from 'node:fs'
        const tell = (what) => appendFileSync(${JSON.stringify(story)}, ${JSON.stringify(name)} + what)
        process.on('SIGTERM', () => {
          tell(' told,')
          setTimeout(() => (tell(' gone,'), process.exit(0)), 50)
        })
        setInterval(() => {}, 1000)
        tell(' up,')`,
      ),
      alive: () =>
        readFile(story, 'utf8').then(
          (text) => text.includes(`${name} up`),
          () => false,
        ),
    })
    await supervisor.start([tells('store')])
    await supervisor.start([tells('service')])
    await supervisor.stop()
    expect(readFileSync(story, 'utf8')).toBe(
      'store up,service up,service told,service gone,store told,store gone,',
    )
  })
})

describe('when the supervisor is killed', () => {
  it('no process is left behind', async () => {
    execFileSync(process.execPath, [join(OPS, '../node_modules/typescript/bin/tsc'), '-b', OPS])
    const children = [spec('one', STEADY), spec('two', '', { program: 'sleep' }, ['60'])]
    const pids = await new Promise<number[]>((resolve) => {
      const code = `
        import { Supervisor } from ${JSON.stringify(join(OPS, 'dist/supervisor/supervisor.js'))}
        const specs = ${JSON.stringify(children.map(({ name, run, args }) => ({ name, run, args })))}
        const supervisor = new Supervisor({ say() {}, changed() {}, logs: ${JSON.stringify(join(dir, 'logs'))} })
        await supervisor.start(specs.map((s) => ({ ...s, env: process.env, alive: async () => true })))
        setTimeout(() => process.send(supervisor.running.map((c) => c.run.pid)), 500)`
      const file = join(dir, 'supervisor.mjs')
      writeFileSync(file, code)
      const supervisor: ChildProcess = fork(file, { execArgv: [] })
      supervisor.once('message', (message) => {
        supervisor.kill('SIGKILL')
        resolve(message as number[])
      })
    })
    expect(pids).toHaveLength(2)
    await vi.waitFor(() => expect(pids.every(gone)).toBe(true), { timeout: 20_000 })
  })
})

const ps = (field: string, pid: number) =>
  pid === 0 ? '' : execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
const commandOf = (pid: number) => ps('comm', pid)
const parentOf = (pid: number) => Number(ps('ppid', pid))
