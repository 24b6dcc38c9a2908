import { expect, it } from 'vitest'
import { DEFAULT_PLAYLISTS, playlistList, SCENES } from './playlist.js'

const main = DEFAULT_PLAYLISTS[0]!
const problems = (input: unknown) =>
  playlistList.safeParse(input).error?.issues.map((i) => `${i.path.join('.')}: ${i.message}`)

it('begins with every scene, each shown', () => {
  expect(playlistList.parse(DEFAULT_PLAYLISTS)).toEqual(DEFAULT_PLAYLISTS)
  expect(main.scenes.map((s) => s.scene)).toEqual([...SCENES])
})
it('names the path of what is wrong', () => {
  const scenes = [
    { scene: 'map', dwell: 1 },
    { scene: 'nation', dwell: 20, lines: 3 },
    { scene: 'map', dwell: 20, lines: 7 },
  ]
  expect(problems([{ ...main, scenes }])?.map((p) => p.split(':')[0])).toEqual([
    '0.scenes.0.dwell',
    '0.scenes.1.lines',
    '0.scenes.2.lines',
  ])
  expect(problems([main, main])).toEqual(['1.id: "main" is taken'])
  expect(problems([{ ...main, id: 'hall' }])).toEqual([': there must be a playlist "main"'])
  expect(problems([{ ...main, id: 'Main hall' }])?.[0]).toContain('0.id')
  expect(problems([{ ...main, scenes: [{ scene: 'map', dwell: 20, shown: false }] }])).toEqual([
    '0.scenes: at least one scene must be shown',
  ])
  expect(problems([{ ...main, scenes: [{ scene: 'weather', dwell: 20 }] }])?.[0]).toContain(
    '0.scenes.0.scene',
  )
})
it('shows a scene unless told otherwise', () => {
  const [read] = playlistList.parse([{ ...main, scenes: [{ scene: 'map', dwell: 20 }] }])
  expect(read?.scenes).toEqual([{ scene: 'map', dwell: 20, shown: true }])
})
