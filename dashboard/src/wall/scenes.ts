import type { ComponentType } from 'react'
import { MapScene } from './map-scene.js'
import { NationScene } from './nation-scene.js'

/** The scenes of the main playlist, in the order of rotation. */
export const SCENES: readonly { id: string; Scene: ComponentType }[] = [
  { id: 'nation', Scene: NationScene },
  { id: 'map', Scene: MapScene },
]
