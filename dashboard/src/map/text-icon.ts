import { divIcon, type DivIcon } from 'leaflet'

/** A word on the map, centred on its place. */
export function textIcon(text: string): DivIcon {
  const span = document.createElement('span')
  span.textContent = text
  return divIcon({ className: 'map-word', html: span, iconSize: [0, 0] })
}
