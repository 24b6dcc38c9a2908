import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeWhole } from '../import/write-whole.js'
import { boundaries } from './boundaries.js'

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mcc-geo-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

it('serves the built boundaries until official ones are imported', async () => {
  const built = await boundaries(dataDir, 'districts')
  expect(built).toMatchObject({ source: 'built', schematic: true })
  expect(JSON.parse(built.body.toString())).toMatchObject({ type: 'Topology' })
  expect(built.etag).toMatch(/^"[\w-]+"$/)
  expect((await boundaries(dataDir, 'districts')).etag).toBe(built.etag)
  expect(await boundaries(dataDir, 'provinces')).toMatchObject({ source: 'built', schematic: false })

  await writeWhole(join(dataDir, 'geo'), 'districts.topo.json', '{"type":"Topology"}')
  const official = await boundaries(dataDir, 'districts')
  expect(official).toMatchObject({ source: 'official', schematic: false })
  expect(official.body.toString()).toBe('{"type":"Topology"}')
  expect(official.etag).not.toBe(built.etag)
  expect(await readdir(join(dataDir, 'geo'))).toEqual(['districts.topo.json'])
})
