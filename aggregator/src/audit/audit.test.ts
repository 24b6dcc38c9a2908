import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readAudit } from '../testing/read-audit.js'
import { Audit } from './audit.js'
import { auditPage } from './audit-page.js'
import { type AuditEntry, firstBroken } from './chain.js'
import { checkAudit } from './check.js'
import type { Place } from './lines.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mcc-audit-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const entry = (n: number): AuditEntry => ({
  at: new Date(Date.UTC(2021, 9, 30 + n)).toISOString(),
  who: 'lan',
  role: 'aefi-analyst',
  scope: 'nation',
  action: 'get /api/v1/aefi/cases',
  filter: { unit: '01' },
  rows: n,
  outcome: 'answered',
})

it('chains records over months, restarts and simultaneous looks; any change shows', async () => {
  const first = new Audit(directory)
  await Promise.all([0, 1, 2].map((n) => first.append(entry(n))))
  await new Audit(directory).append(entry(3))
  const records = await readAudit(directory)
  expect(records.map((r) => r.rows)).toEqual([0, 1, 2, 3])
  expect(firstBroken(records)).toBe(-1)
  expect(firstBroken(records.map((r, i) => (i === 1 ? { ...r, rows: 9 } : r)))).toBe(1)
  expect(firstBroken(records.toSpliced(2, 1))).toBe(2)
  expect(firstBroken(records.map((r, i) => (i === 3 ? { ...r, who: 'no one' } : r)))).toBe(3)
})

it('rejects when it cannot write', async () => {
  await writeFile(join(directory, 'audit'), 'in the way')
  await expect(new Audit(join(directory, 'audit')).append(entry(0))).rejects.toThrow()
})

type Asked = Partial<Parameters<typeof auditPage>[1]>
const pageOf = (part: Asked = {}) =>
  auditPage(directory, {
    who: undefined,
    action: undefined,
    from: undefined,
    to: undefined,
    before: undefined,
    limit: 2,
    ...part,
  })
const seqsOf = async (part: Asked = {}): Promise<[number[], boolean]> => {
  const { records, next } = await pageOf(part)
  return [records.map((r) => r.seq), next !== undefined]
}
/** Each record as the first of its page: `limit` records at a time until nothing is left. */
async function walk(part: Asked): Promise<number[]> {
  const seen: number[] = []
  let before: Place | undefined
  do {
    const page = await pageOf({ ...part, before })
    seen.push(...page.records.map((r) => r.seq))
    before = page.next
  } while (before)
  return seen
}

it('reads a page at a time, by person, act and days, and names the place where the chain breaks', async () => {
  expect(await seqsOf()).toEqual([[], false])
  expect(await checkAudit(join(directory, 'none'))).toMatchObject({ records: 0, broken: undefined })
  const audit = new Audit(directory)
  for (const n of [0, 1, 2, 3]) await audit.append({ ...entry(n), who: n === 1 ? 'minh' : 'lan' })
  expect(await seqsOf()).toEqual([[4, 3], true])
  expect(await seqsOf({ before: (await pageOf()).next })).toEqual([[2, 1], false])
  expect(await seqsOf({ who: 'minh' })).toEqual([[2], false])
  expect(await seqsOf({ from: '2021-10-31', to: '2021-10-31' })).toEqual([[2], false])
  expect(await seqsOf({ from: '2021-11-01' })).toEqual([[4, 3], false])
  expect(await seqsOf({ to: '2021-10-31' })).toEqual([[2, 1], false])
  expect(await checkAudit(directory)).toMatchObject({
    records: 4,
    broken: undefined,
    people: ['lan', 'minh'],
  })
  const october = join(directory, '2021-10.ndjson')
  const text = await readFile(october, 'utf8')
  await writeFile(october, text.replace('"rows":1', '"rows":7'))
  expect(await checkAudit(directory)).toMatchObject({ records: 4, broken: 2 })
  await writeFile(october, `${text.split('\n')[0]}\n{"half\n`)
  expect(await checkAudit(directory)).toMatchObject({ records: 4, broken: 2 })
  expect(await walk({ limit: 1 })).toEqual([4, 3, 1])
})

it('walks back over months and long lines page by page, whatever is appended meanwhile', async () => {
  const audit = new Audit(directory)
  // some lines are longer than what is read at once, and letters of several bytes lie on its edges
  for (let n = 0; n < 60; n++)
    await audit.append({ ...entry(n), filter: { note: 'tiêm chủng '.repeat(n % 7 === 0 ? 9_000 : 50) } })
  const all = Array.from({ length: 60 }, (_, i) => 60 - i)
  for (const limit of [1, 7, 60, 100]) expect(await walk({ limit })).toEqual(all)
  const { next } = await pageOf({ limit: 10 })
  await audit.append(entry(60))
  expect((await pageOf({ limit: 100, before: next })).records.map((r) => r.seq)).toEqual(all.slice(10))
  expect(await checkAudit(directory)).toMatchObject({ records: 61, broken: undefined })
})

it('does not read what lies after a page', async () => {
  const audit = new Audit(directory)
  for (let n = 0; n < 4; n++) await audit.append(entry(n))
  const { next } = await pageOf()
  await rm(join(directory, '2021-11.ndjson'))
  expect(await seqsOf({ before: next })).toEqual([[2, 1], false])
})

it('takes a line torn by a crash for none, and writes the next record in its place', async () => {
  await new Audit(directory).append(entry(0))
  await new Audit(directory).append(entry(1))
  const october = join(directory, '2021-10.ndjson')
  const whole = await readFile(october, 'utf8')
  // the last one is whole but for its end: it was not acknowledged either
  for (const torn of ['{', whole.split('\n')[0]!.slice(0, 40), whole.split('\n')[1]!]) {
    await writeFile(october, whole + torn)
    expect(await seqsOf()).toEqual([[2, 1], false])
    expect(await checkAudit(directory)).toMatchObject({ records: 2, broken: undefined })
    await new Audit(directory).append({ ...entry(1), who: 'minh' })
    expect((await readAudit(directory)).map((r) => [r.seq, r.who])).toEqual([
      [1, 'lan'],
      [2, 'lan'],
      [3, 'minh'],
    ])
    expect(firstBroken(await readAudit(directory))).toBe(-1)
    await writeFile(october, whole)
  }
  // torn in a new month's first record
  await appendFile(join(directory, '2021-11.ndjson'), '{"at"')
  expect(await seqsOf()).toEqual([[2, 1], false])
  await new Audit(directory).append(entry(2))
  expect(await seqsOf()).toEqual([[3, 2], true])
  expect(await checkAudit(directory)).toMatchObject({ records: 3, broken: undefined })
})
