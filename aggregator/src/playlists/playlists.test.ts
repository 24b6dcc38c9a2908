import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_PLAYLISTS } from '@mcc/contract'
import { expect, it } from 'vitest'
import { Playlists } from './playlists.js'

const AT = '2021-11-24T00:00:00.000Z'
const hall = { ...DEFAULT_PLAYLISTS[0]!, title: 'Hội trường' }

it('begins with all scenes, keeps each edit and the document before it', async () => {
  const data = await mkdtemp(join(tmpdir(), 'mcc-playlists-'))
  const first = await Playlists.open(data)
  expect(first.state()).toEqual({ version: 1, playlists: DEFAULT_PLAYLISTS })
  expect(await first.replace(1, [hall], 'admin', AT)).toBe(true)
  const again = await Playlists.open(data)
  expect(again.state()).toEqual({ version: 2, playlists: [hall] })
  expect(again.change).toEqual({ changedAt: AT, changedBy: 'admin' })
  const before = JSON.parse(await readFile(join(data, 'playlists', 'version-1.json'), 'utf8')) as unknown
  expect(before).toMatchObject({ version: 1, playlists: DEFAULT_PLAYLISTS })
})

it('takes the first of two edits of one version', async () => {
  const playlists = await Playlists.open(await mkdtemp(join(tmpdir(), 'mcc-playlists-')))
  const both = await Promise.all([
    playlists.replace(1, [hall], 'a', AT),
    playlists.replace(1, DEFAULT_PLAYLISTS, 'b', AT),
  ])
  expect(both).toEqual([true, false])
  expect(playlists.change.changedBy).toBe('a')
})

it('keeps twenty earlier documents and refuses a damaged file', async () => {
  const data = await mkdtemp(join(tmpdir(), 'mcc-playlists-'))
  const playlists = await Playlists.open(data)
  for (let version = 1; version <= 25; version++) await playlists.replace(version, [hall], 'a', AT)
  expect(await readdir(join(data, 'playlists'))).toHaveLength(21)
  await writeFile(join(data, 'playlists', 'current.json'), '{"version":1}')
  await expect(Playlists.open(data)).rejects.toThrow('current.json')
})
