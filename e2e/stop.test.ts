import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { startStation } from './station.js'

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it('Ctrl-C ends every process; a second start goes on where the first was', async () => {
  const station = await startStation('start')
  const { supervisor, children } = station.run()
  expect(Object.keys(children).toSorted()).toEqual(['aggregator', 'engine', 'gateway', 'redis', 'writer'])
  for (const child of Object.values(children)) expect(alive(child.pid)).toBe(true)
  await station.stop()
  for (const pid of [supervisor, ...Object.values(children).map((c) => c.pid)]) expect(alive(pid)).toBe(false)
  expect(execFileSync('ps', ['-eo', 'args']).toString()).not.toContain(station.data)
}, 180_000)

it('kill -9 of the supervisor ends every process too', async () => {
  const station = await startStation('start')
  const { supervisor, children } = station.run()
  try {
    process.kill(supervisor, 'SIGKILL')
    const running = () => Object.entries(children).flatMap(([name, { pid }]) => (alive(pid) ? [name] : []))
    await expect.poll(running, { timeout: 20_000 }).toEqual([])
  } finally {
    await station.stop()
  }
}, 180_000)

it('a real store has no exercise mark, and refuses exercise records', async () => {
  const station = await startStation('start')
  try {
    const answer = await fetch(`${station.gateway}/v1/events`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${station.secret('portal.key')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify([
        {
          type: 'tally',
          op: 'upsert',
          source: 'portal',
          id: 't1',
          rev: 1,
          exercise: true,
          province: '01',
          day: '2021-08-05',
          occurredAt: '2021-08-05T17:00:00+07:00',
          recordedAt: '2021-08-05T17:00:00+07:00',
          total: 1,
        },
      ]),
    })
    expect(await answer.json()).toMatchObject({
      accepted: 0,
      rejected: [{ line: 1, code: 'exercise_in_real_store' }],
    })
    expect(answer.headers.get('x-mcc-exercise')).toBeNull()
    const me = (await (await fetch(`${station.url}/api/v1/me`)).json()) as { exercise: unknown }
    expect(me.exercise).toBeNull()
  } finally {
    await station.stop()
  }
}, 180_000)
