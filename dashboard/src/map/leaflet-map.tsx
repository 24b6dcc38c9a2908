import { geoJSON, type LatLngBounds, latLngBounds, type Path, type PathOptions } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useMemo, useRef } from 'react'
import { GeoJSON, MapContainer, Marker, useMap } from 'react-leaflet'
import './leaflet-map.css'
import { textIcon } from './text-icon.js'
import type { Shapes } from './shapes.js'

export interface MapLabel {
  id: string
  text: string
  lat: number
  lon: number
}
interface Props {
  shapes: Shapes
  /** What is fitted into the box: the country, or exactly the shapes. */
  fit?: 'country' | 'shapes'
  /** Unit drawn above its neighbours, so that its whole outline shows. */
  front?: string | undefined
  /** Look of one unit; called for every unit whenever it changes. */
  styleOf: (code: string, islets: boolean) => PathOptions
  titleOf: (code: string) => string
  labels: readonly MapLabel[]
  label: string
  onSelect?: ((code: string) => void) | undefined
  onHover?: ((code: string | undefined) => void) | undefined
}
const NO_FIGURE_PATTERN = 'no-figure'
/** The mainland with both archipelagos, degrees. */
const VIET_NAM: [number, number][] = [
  [6.9, 102.0],
  [23.5, 115.4],
]

/** Fits the bounds again when the box changes; fractional zoom, so it fills the box. */
function Fit({ bounds }: { bounds: LatLngBounds }) {
  const map = useMap()
  useEffect(() => {
    const fit = () => {
      map.invalidateSize({ animate: false })
      map.fitBounds(bounds, { animate: false, padding: [0, 0] })
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(map.getContainer())
    return () => observer.disconnect()
  }, [map, bounds])
  return null
}

/** Restyles the layers in place; a new `key` would remount 63 shapes for one changed figure. */
function Units({ shapes, front, styleOf, titleOf, onSelect, onHover }: Props) {
  const layers = useRef(new Map<Shapes['features'][number]['properties'], Path>())
  const handlers = useRef({ onSelect, onHover, titleOf })
  useEffect(() => {
    handlers.current = { onSelect, onHover, titleOf }
  }, [onSelect, onHover, titleOf])
  useEffect(() => {
    for (const [{ code, islets }, layer] of layers.current) {
      layer.setStyle(styleOf(code, islets))
      if (code === front) layer.bringToFront()
    }
  }, [styleOf, front])
  return useMemo(
    () => (
      <GeoJSON
        data={shapes}
        style={{ weight: 0.7 }}
        onEachFeature={(shape, layer) => {
          const properties = shape.properties as Shapes['features'][number]['properties']
          const { code, islets } = properties
          layers.current.set(properties, layer as Path)
          ;(layer as Path).setStyle(styleOf(code, islets))
          // Sixty-five nameless stops would stand before the table, which is the keyboard's way to a unit.
          layer.on('add', () => (layer as Path).getElement()?.setAttribute('tabindex', '-1'))
          layer.bindTooltip(() => handlers.current.titleOf(code), { sticky: true, className: 'map-tip' })
          layer.on('click', () => handlers.current.onSelect?.(code))
          layer.on('mouseover', () => handlers.current.onHover?.(code))
          layer.on('mouseout', () => handlers.current.onHover?.(undefined))
        }}
      />
    ),
    // The shapes never change under a mounted map; styles and handlers go the other ways.
    [shapes], // oxlint-disable-line react/exhaustive-deps
  )
}

/** The hatch of "no number", as a fill that shapes can name: `url(#no-figure)`. */
function HatchPattern() {
  return (
    <svg className="map-patterns" aria-hidden="true">
      <pattern
        id={NO_FIGURE_PATTERN}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--no-data)" />
        <rect width="1.5" height="6" fill="var(--no-data-hatch)" />
      </pattern>
    </svg>
  )
}

/** The only importer of react-leaflet: shapes without a base map, fitted to Viet Nam or to themselves. */
export function LeafletMap(props: Props) {
  const { shapes, fit } = props
  const bounds = useMemo(
    () => (fit === 'shapes' ? geoJSON(shapes).getBounds() : latLngBounds(VIET_NAM)),
    [shapes, fit],
  )
  return (
    <div className="map" role="img" aria-label={props.label}>
      <HatchPattern />
      <MapContainer
        bounds={bounds}
        zoomSnap={0}
        zoomControl={false}
        attributionControl={false}
        dragging={false}
        scrollWheelZoom={false}
        doubleClickZoom={false}
        boxZoom={false}
        touchZoom={false}
        keyboard={false}
        fadeAnimation={false}
        zoomAnimation={false}
      >
        <Fit bounds={bounds} />
        <Units {...props} />
        {props.labels.map(({ id, text, lat, lon }) => (
          <Marker key={id} position={[lat, lon]} icon={textIcon(text)} interactive={false} keyboard={false} />
        ))}
      </MapContainer>
    </div>
  )
}
