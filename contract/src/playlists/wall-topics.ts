import type { Topic } from '../live/messages.js'
import type { Playlist, SceneId } from './playlist.js'

/** What strip, band and alarm board of any wall are drawn from, and where it learns its playlist. */
const OF_EVERY_WALL = ['nation', 'alarms', 'system', 'playlists'] as const satisfies Topic[]

/** What a scene is drawn from besides; a new scene without a line here does not compile. */
const OF_SCENE: Record<SceneId, readonly Topic[]> = {
  nation: [],
  map: [],
  leaders: [],
  'burn-up': [],
  allocation: ['allocation'],
  aefi: ['aefi'],
  quality: [],
  alarms: [],
}

/** The topics that a wall needs for the scenes its playlist shows; undefined is a playlist that is no more. */
export const topicsOfWall = (playlist: Playlist | undefined): ReadonlySet<Topic> =>
  new Set<Topic>([
    ...OF_EVERY_WALL,
    ...(playlist?.scenes ?? []).flatMap(({ scene, shown }) => (shown ? OF_SCENE[scene] : [])),
  ])
