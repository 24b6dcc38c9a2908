import { geoJSON, type Map as Leaflet } from 'leaflet'
import { useEffect, useMemo } from 'react'
import { useSpeech } from '../i18n/language.js'
import type { Shapes } from '../map/shapes.js'
import { NEAREST } from './facility-clusters.js'

const STEP = 1
/** Zooms that differ by less are the same. */
const HAIR = 0.01

/** Buttons that zoom a map and show all of `shapes` again; a zoomed map can be dragged. */
export function MapHands({ map, shapes }: { map: Leaflet; shapes: Shapes }) {
  const { m } = useSpeech()
  const whole = useMemo(() => geoJSON(shapes).getBounds(), [shapes])
  const zoom = (by: number) =>
    map.setZoom(Math.min(NEAREST, Math.max(map.getBoundsZoom(whole), map.getZoom() + by)), { animate: false })
  useEffect(() => {
    // A whole map stays where it is, so that a finger on it scrolls the page.
    const drag = () => map.dragging[map.getZoom() > map.getBoundsZoom(whole) + HAIR ? 'enable' : 'disable']()
    map.on('zoomend', drag)
    return () => void map.off('zoomend', drag)
  }, [map, whole])
  return (
    <div className="map-hands" role="group" aria-label={m.facilities.hands}>
      <button type="button" className="button" aria-label={m.facilities.nearer} onClick={() => zoom(STEP)}>
        +
      </button>
      <button type="button" className="button" aria-label={m.facilities.farther} onClick={() => zoom(-STEP)}>
        −
      </button>
      <button type="button" className="button" onClick={() => map.fitBounds(whole, { animate: false })}>
        {m.facilities.whole}
      </button>
    </div>
  )
}
