import { lazy, type ComponentType } from 'react'
import { NationScene } from './nation-scene.js'

interface SceneEntry {
  id: string
  Scene: ComponentType
}
/** Code of the scenes after the first; fetched once the first stands, so that a lost network stops no rotation. */
const later = {
  map: async () => ({ default: (await import('./map-scene.js')).MapScene }),
  leaders: async () => ({ default: (await import('./leaders-scene.js')).LeadersScene }),
  'burn-up': async () => ({ default: (await import('./burn-up-scene.js')).BurnUpScene }),
  allocation: async () => ({ default: (await import('./allocation-scene.js')).AllocationScene }),
  aefi: async () => ({ default: (await import('./aefi-scene.js')).AefiScene }),
  quality: async () => ({ default: (await import('./quality-scene.js')).QualityScene }),
  alarms: async () => ({ default: (await import('./alarms-scene.js')).AlarmsScene }),
}

/** The scenes of the main playlist, in the order of rotation. */
export const SCENES: readonly SceneEntry[] = [
  { id: 'nation', Scene: NationScene },
  ...Object.entries(later).map(([id, load]) => ({ id, Scene: lazy(load) })),
]
/** Place of the alarm board, which an unacknowledged critical alarm calls up. */
export const ALARM_SCENE = SCENES.findIndex(({ id }) => id === 'alarms')

/** Fetches all scenes; one that fails is asked for again when it is its turn. */
export const fetchScenes = (): void => {
  for (const load of Object.values(later)) void load().catch(() => undefined)
}
