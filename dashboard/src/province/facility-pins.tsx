import { divIcon, layerGroup, marker, type Map as Leaflet } from 'leaflet'
import { useEffect, useMemo, useRef, useState } from 'react'
import './facility-pins.css'
import { useSpeech } from '../i18n/language.js'
import { facilityIndex, NEAREST, pinsIn, type Pin } from './facility-clusters.js'
import type { FacilityRow } from './facility-rows.js'
import { pinButton } from './pin-button.js'

/** Share of the box on each side in which marks are kept ready for a hand that drags. */
const AROUND = 0.2

interface Props {
  map: Leaflet
  rows: readonly FacilityRow[]
  marked: string | undefined
  mark: (id: string) => void
  /** The map does not zoom: a ring marks the first facility under it. */
  fixed?: boolean
}

/** Renewed when the map has moved or zoomed. */
function useView(map: Leaflet): object {
  const [view, setView] = useState({})
  useEffect(() => {
    const renew = () => setView({})
    map.on('moveend zoomend resize', renew)
    return () => void map.off('moveend zoomend resize', renew)
  }, [map])
  return view
}

function pinsOf(map: Leaflet, index: ReturnType<typeof facilityIndex>, fixed: boolean): Pin[] {
  const box = map.getBounds().pad(AROUND)
  const sides = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()] as const
  const pins = pinsIn(index, [...sides], Math.round(map.getZoom()))
  return fixed ? pins.map((pin) => ({ ...pin, parts: undefined })) : pins
}

/**
 * Facilities on a map: near ones under one ring, which parts when pressed. Drawn anew when the map moves; the mark under
 * the reader's keys keeps the focus, a ring that parted hands it to what was under it.
 */
export function FacilityPins({ map, rows, marked, mark, fixed = false }: Props) {
  const speech = useSpeech()
  const index = useMemo(() => facilityIndex(rows), [rows])
  const view = useView(map)
  const heir = useRef<string>(undefined)
  const press = useRef(mark)
  useEffect(() => {
    press.current = mark
  }, [mark])
  useEffect(() => {
    const layer = layerGroup()
    const buttons = new Map<string, HTMLButtonElement>()
    const open = ({ rows: under, lat, lon, parts }: Pin) => {
      if (parts !== undefined) {
        heir.current = under[0]?.id
        map.setView([lat, lon], Math.min(parts, NEAREST), { animate: false })
      } else if (under[0]) press.current(under[0].id)
    }
    for (const pin of pinsOf(map, index, fixed)) {
      const chosen = pin.rows.some((row) => row.id === marked)
      const button = pinButton(pin, chosen, speech, () => open(pin))
      for (const row of pin.rows) buttons.set(row.id, button)
      buttons.set(pin.key, button)
      const icon = divIcon({ className: 'pin-place', html: button, iconSize: [0, 0] })
      layer.addLayer(marker([pin.lat, pin.lon], { icon, interactive: false, keyboard: false }))
    }
    layer.addTo(map)
    if (heir.current !== undefined) buttons.get(heir.current)?.focus({ preventScroll: true })
    heir.current = undefined
    return () => {
      heir.current ??= map.getContainer().querySelector<HTMLElement>('.pin:focus')?.dataset['pin']
      layer.remove()
    }
  }, [map, index, view, marked, speech, fixed])
  return null
}
