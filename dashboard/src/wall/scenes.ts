import type { PlaylistScene, SceneId } from '@mcc/contract'
import { lazy, type ComponentType } from 'react'
import { lasting } from '../rest/lasting.js'
import { NationScene } from './nation-scene.js'

/** What a scene is told by its playlist. */
export type SceneProps = Pick<PlaylistScene, 'lines'>

/** Code of the scenes after the first; fetched once the first stands, so that a lost network stops no rotation. */
const later = {
  map: async () => ({ default: (await import('./map-scene.js')).MapScene }),
  leaders: async () => ({ default: (await import('./leaders-scene.js')).LeadersScene }),
  'burn-up': async () => ({ default: (await import('./burn-up-scene.js')).BurnUpScene }),
  allocation: async () => ({ default: (await import('./allocation-scene.js')).AllocationScene }),
  aefi: async () => ({ default: (await import('./aefi-scene.js')).AefiScene }),
  quality: async () => ({ default: (await import('./quality-scene.js')).QualityScene }),
  alarms: async () => ({ default: (await import('./alarms-scene.js')).AlarmsScene }),
} satisfies Record<Exclude<SceneId, 'nation'>, () => Promise<{ default: ComponentType<SceneProps> }>>

/** The scenes that a playlist may name. */
export const SCENE_VIEWS: Record<SceneId, ComponentType<SceneProps>> = {
  nation: NationScene,
  map: lazy(lasting(later.map)),
  leaders: lazy(lasting(later.leaders)),
  'burn-up': lazy(lasting(later['burn-up'])),
  allocation: lazy(lasting(later.allocation)),
  aefi: lazy(lasting(later.aefi)),
  quality: lazy(lasting(later.quality)),
  alarms: lazy(lasting(later.alarms)),
}

/** What the map draws itself with: its own code, and the shapes. */
const fetchMap = async (): Promise<void> => {
  const [{ shapesOfLevel }] = await Promise.all([import('../map/shapes.js'), import('../map/leaflet-map.js')])
  await shapesOfLevel('provinces')
}

/** Fetches all scenes and the map; one that fails is asked for again when it is its turn. */
export const fetchScenes = (): void => {
  const all = [...Object.values(later), fetchMap]
  for (const load of all) void load().catch(() => undefined)
}
