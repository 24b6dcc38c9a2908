import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startStore, type TestStore } from '../testing/store.js'

let store: TestStore
beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.stop())

it('a statement whose caller went away while it waited for a session is not run', async () => {
  const { w, engine } = store
  await w.ch.command({ query: 'CREATE TABLE late (n UInt8) ENGINE = MergeTree ORDER BY n' })
  const busy = Array.from({ length: 6 }, () => w.ch.query({ query: 'SELECT sleep(3)' }))
  await sleep(1_000)
  const post = (n: number, signal: AbortSignal) =>
    fetch(engine.CLICKHOUSE_URL, {
      method: 'POST',
      headers: { 'x-clickhouse-key': engine.CLICKHOUSE_PASSWORD },
      body: `INSERT INTO late VALUES (${n})`,
      signal,
    })
  const left = post(1, AbortSignal.timeout(500))
  const stayed = post(2, AbortSignal.timeout(20_000))
  await expect(left).rejects.toThrow()
  expect((await stayed).ok).toBe(true)
  await Promise.all(busy)
  const answer = await w.ch.query({ query: 'SELECT n FROM late', format: 'JSONEachRow' })
  expect(await answer.json()).toEqual([{ n: 2 }])
}, 60_000)

it('takes rows whose words look like a function that reaches outside, and refuses the function', async () => {
  const { w } = store
  await w.ch.command({ query: 'CREATE TABLE words (t String) ENGINE = MergeTree ORDER BY t' })
  await w.ch.command({ query: "INSERT INTO words FORMAT TabSeparated\nTrạm url ('x'), file (1)\n" })
  const answer = await w.ch.query({ query: 'SELECT t FROM words', format: 'JSONEachRow' })
  expect(await answer.json()).toEqual([{ t: "Trạm url ('x'), file (1)" }])
  const outside = w.ch.query({ query: "SELECT * FROM file('/etc/passwd', 'LineAsString')" })
  await expect(outside).rejects.toThrow('outside')
  const hidden = w.ch.command({
    query: "INSERT INTO words SELECT * FROM url('http://127.0.0.1')\nFORMAT TSV\n",
  })
  await expect(hidden).rejects.toThrow('outside')
})

it('what a failed statement had written by then is not in the answer of the next', async () => {
  const { w } = store
  const rows = async (query: string): Promise<unknown[]> => {
    const answer = await w.ch.query({ query, format: 'JSONEachRow' })
    return answer.json()
  }
  const fails = 'SELECT number, throwIf(number = 3000) AS t FROM numbers(5000) SETTINGS max_block_size=100'
  for (let round = 0; round < 12; round++) {
    await expect(rows(fails)).rejects.toThrow('throwIf')
    expect(await rows('SELECT 42 AS n')).toEqual([{ n: 42 }])
  }
})

it('a statement that ran into its time limit is an error, never a part of its answer', async () => {
  const slow = 'SELECT number, sleepEachRow(0.001) AS s FROM numbers(3000) SETTINGS max_block_size=100'
  for (const mode of ['throw', 'break']) {
    const query = `${slow}, max_execution_time=1, timeout_overflow_mode='${mode}'`
    const answer = store.w.ch.query({ query, format: 'JSONEachRow' }).then((a) => a.json())
    await expect(answer).rejects.toThrow('Timeout exceeded')
  }
})
