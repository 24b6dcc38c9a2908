import { z } from 'zod'

/** The scenes a wall can show. */
export const SCENES = [
  'nation',
  'map',
  'leaders',
  'burn-up',
  'allocation',
  'aefi',
  'quality',
  'alarms',
] as const
export type SceneId = (typeof SCENES)[number]

/** Scenes that list places, and how many lines they list at most unless told otherwise. */
export const LISTING_SCENES = { map: 5, leaders: 5, quality: 8, alarms: 7 } as const
export type ListingScene = keyof typeof LISTING_SCENES
export const listsPlaces = (scene: SceneId): scene is ListingScene => Object.hasOwn(LISTING_SCENES, scene)

/** Seconds a scene may stand; less than the shortest cannot be read. */
export const DWELL = { least: 5, most: 600, usual: 20 } as const

const playlistScene = z
  .strictObject({
    scene: z.enum(SCENES),
    dwell: z.int().min(DWELL.least).max(DWELL.most).describe('seconds'),
    shown: z.boolean().default(true).describe('false: kept in the list and passed over'),
    lines: z.int().min(1).max(8).optional().describe('lines of a scene that lists; at most its usual number'),
  })
  .superRefine(({ scene, lines }, ctx) => {
    if (lines === undefined) return
    const most = listsPlaces(scene) ? LISTING_SCENES[scene] : 0
    if (lines > most)
      ctx.addIssue({
        code: 'custom',
        path: ['lines'],
        message: most === 0 ? `${scene} lists nothing` : `${scene} has room for ${most} lines`,
      })
  })
export type PlaylistScene = z.output<typeof playlistScene>

const playlist = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens')
    .describe('the last part of the address /wall/ID'),
  title: z.string().trim().min(1).max(80),
  preempt: z.boolean().describe('an unacknowledged critical alarm calls up the alarm board'),
  scenes: z
    .array(playlistScene)
    .min(1)
    .max(16)
    .refine((all) => all.some((s) => s.shown), 'at least one scene must be shown'),
})
export type Playlist = z.output<typeof playlist>

/** The playlist that every display starts with; it is always there. */
export const MAIN_PLAYLIST = 'main'

/** All playlists, in the order of the administration page: what is edited, posted and stored as one document. */
export const playlistList = z
  .array(playlist)
  .min(1)
  .max(10)
  .superRefine((all, ctx) => {
    all.forEach(({ id }, at) => {
      if (all.findIndex((p) => p.id === id) < at)
        ctx.addIssue({ code: 'custom', path: [at, 'id'], message: `"${id}" is taken` })
    })
    if (!all.some((p) => p.id === MAIN_PLAYLIST))
      ctx.addIssue({ code: 'custom', path: [], message: `there must be a playlist "${MAIN_PLAYLIST}"` })
  })

/** What a store begins with: every scene, in the order of the questions a committee asks. */
export const DEFAULT_PLAYLISTS: Playlist[] = [
  {
    id: MAIN_PLAYLIST,
    title: 'Phòng chỉ huy',
    preempt: true,
    scenes: SCENES.map((scene) => ({ scene, dwell: DWELL.usual, shown: true })),
  },
]

/** Topic `playlists`. The version grows by one with each change. */
export interface PlaylistsState {
  version: number
  playlists: Playlist[]
}
