import { useEffect, useRef } from 'react'
import '../province/facility-pins.css'
import '../province/province.css'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import type { Pin } from '../province/facility-clusters.js'
import type { FacilityRow } from '../province/facility-rows.js'
import { MarkedNote } from '../province/marked-note.js'
import { pinButton } from '../province/pin-button.js'

/** How many stand under a mark, whether they have closed, and whether it is chosen. */
const PINS: readonly { n: number; closed?: true; chosen?: true }[] = [
  { n: 1 },
  { n: 1, closed: true },
  { n: 1, chosen: true },
  { n: 4 },
  { n: 34 },
  { n: 150 },
  { n: 4, closed: true },
  { n: 34, chosen: true },
]

function rowOf(i: number, open: boolean, name: string): FacilityRow {
  return {
    id: `gallery-${i}`,
    name,
    place: name,
    kind: 'fixed',
    district: null,
    lat: 0,
    lon: 0,
    open,
    doses: 61_803,
    today: 1_234,
  } as unknown as FacilityRow
}

/** The marks of facilities as a map lays them: one, several near each other, closed, chosen; and the note under the map. */
export function PinsPart() {
  const speech = useSpeech()
  const { m, language } = speech
  const name = unitName('77', language)
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const buttons = PINS.map(({ n, closed = false, chosen = false }, at) => {
      const rows = Array.from({ length: n }, (_, i) => rowOf(i, !closed, name))
      const pin: Pin = {
        key: `gallery ${at}`,
        lat: 0,
        lon: 0,
        rows,
        doses: n * 61_803,
        parts: n > 1 ? 9 : undefined,
      }
      return pinButton(pin, chosen, speech, () => undefined)
    })
    box.current?.replaceChildren(...buttons)
  }, [speech, name])
  const one = [rowOf(0, true, name)]
  return (
    <Tile title={m.gallery.pins}>
      <p className="gallery-row gallery-pins" ref={box} />
      <MarkedNote rows={one} marked={undefined} />
      <MarkedNote rows={one} marked={one[0]?.id} />
    </Tile>
  )
}
