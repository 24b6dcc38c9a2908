import {
  geoJSON,
  type LatLngBounds,
  latLngBounds,
  type Map as Leaflet,
  Path,
  type PathOptions,
} from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useMemo, useRef } from 'react'
import { GeoJSON, MapContainer, Marker, useMap } from 'react-leaflet'
import './leaflet-map.css'
import { Hatches } from './hatches.js'
import { textIcon } from './text-icon.js'
import { COUNTRY, type Shapes } from './shapes.js'

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
  /** Hands out the map for what is laid over it; such a map has parts of its own and is no single picture. */
  onMap?: ((map: Leaflet | null) => void) | undefined
}
type Unit = Shapes['features'][number]['properties']

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
  const layers = useRef(new Map<Unit, Path>())
  const hands = useRef({ styleOf, titleOf, onSelect, onHover })
  useEffect(() => {
    hands.current = { styleOf, titleOf, onSelect, onHover }
  }, [styleOf, titleOf, onSelect, onHover])
  useEffect(() => {
    for (const [{ code, islets }, layer] of layers.current) {
      layer.setStyle(styleOf(code, islets))
      if (code === front) layer.bringToFront()
    }
  }, [styleOf, front])
  // The shapes never change under a mounted map; styles and handlers go the other ways.
  return useMemo(
    () => (
      <GeoJSON
        data={shapes}
        style={{ weight: 0.7 }}
        onEachFeature={({ properties }: { properties: Unit }, layer) => {
          const { code, islets } = properties
          if (!(layer instanceof Path)) return
          layers.current.set(properties, layer)
          layer.setStyle(hands.current.styleOf(code, islets))
          // Sixty-five nameless stops would stand before the table, which is the keyboard's way to a unit.
          layer.on('add', () => layer.getElement()?.setAttribute('tabindex', '-1'))
          layer.bindTooltip(() => hands.current.titleOf(code), { sticky: true, className: 'map-tip' })
          layer.on('click', () => hands.current.onSelect?.(code))
          layer.on('mouseover', () => hands.current.onHover?.(code))
          layer.on('mouseout', () => hands.current.onHover?.(undefined))
        }}
      />
    ),
    [shapes],
  )
}

/** A word on the map; a new icon with each figure would write it anew. */
function Word({ text, lat, lon }: Omit<MapLabel, 'id'>) {
  const icon = useMemo(() => textIcon(text), [text])
  return <Marker position={[lat, lon]} icon={icon} interactive={false} keyboard={false} />
}

/** The only importer of react-leaflet: shapes without a base map, fitted to Viet Nam or to themselves. */
export function LeafletMap(props: Props) {
  const { shapes, fit, onMap } = props
  const bounds = useMemo(
    () => (fit === 'shapes' ? geoJSON(shapes).getBounds() : latLngBounds(COUNTRY)),
    [shapes, fit],
  )
  return (
    <div className="map" role={onMap ? 'group' : 'img'} aria-label={props.label}>
      <Hatches />
      <MapContainer
        ref={onMap}
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
        {props.labels.map(({ id, ...label }) => (
          <Word key={id} {...label} />
        ))}
      </MapContainer>
    </div>
  )
}
