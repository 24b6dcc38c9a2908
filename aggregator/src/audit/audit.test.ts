import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Audit, readAudit } from './audit.js'
import { type AuditEntry, firstBroken } from './chain.js'

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
  const directory = await mkdtemp(join(tmpdir(), 'mcc-audit-'))
  try {
    const first = new Audit(directory)
    await Promise.all([0, 1, 2].map((n) => first.append(entry(n))))
    await new Audit(directory).append(entry(3))
    const records = await readAudit(directory)
    expect(records.map((r) => r.rows)).toEqual([0, 1, 2, 3])
    expect(firstBroken(records)).toBe(-1)
    expect(firstBroken(records.map((r, i) => (i === 1 ? { ...r, rows: 9 } : r)))).toBe(1)
    expect(firstBroken(records.toSpliced(2, 1))).toBe(2)
    expect(firstBroken(records.map((r, i) => (i === 3 ? { ...r, who: 'no one' } : r)))).toBe(3)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})

it('rejects when it cannot write', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mcc-audit-'))
  try {
    await writeFile(join(directory, 'audit'), 'in the way')
    await expect(new Audit(join(directory, 'audit')).append(entry(0))).rejects.toThrow()
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})
