import type { Map as Leaflet, PathOptions } from 'leaflet'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Awaited } from '../design/awaited.js'
import { useSpeech } from '../i18n/language.js'
import { apartOf } from '../map/apart.js'
import type { Shapes } from '../map/shapes.js'
import { lasting } from '../rest/lasting.js'
import type { FacilityRow } from './facility-rows.js'

const LeafletMap = lazy(
  lasting(async () => ({ default: (await import('../map/leaflet-map.js')).LeafletMap })),
)
const FacilityPins = lazy(
  lasting(async () => ({ default: (await import('./facility-pins.js')).FacilityPins })),
)
const MapHands = lazy(lasting(async () => ({ default: (await import('./map-hands.js')).MapHands })))

interface Looks {
  styleOf: (code: string, islets: boolean) => PathOptions
  titleOf: (code: string) => string
  /** Undefined for those who may not see them, and in the past. */
  facilities: readonly FacilityRow[] | undefined
  marked: string | undefined
  mark: (id: string) => void
}
interface PartProps extends Looks {
  shapes: Shapes
  label: string
  /** It zooms, by keys and by its rings. */
  hands?: boolean
}

const codesOf = (shapes: readonly Shapes[]): Set<string> =>
  new Set(shapes.flatMap(({ features }) => features.map(({ properties }) => properties.code)))

/** One map of districts with the facilities in it. */
function Part({ shapes, label, hands = false, facilities, marked, mark, ...looks }: PartProps) {
  const [map, setMap] = useState<Leaflet | null>(null)
  const pinned = facilities !== undefined && facilities.length > 0
  return (
    <>
      <LeafletMap
        key={pinned ? 'pinned' : 'plain'}
        {...looks}
        {...{ shapes, label }}
        labels={[]}
        fit="shapes"
        onMap={pinned ? setMap : undefined}
      />
      {map && pinned && (
        <Suspense fallback={<Awaited />}>
          <FacilityPins rows={facilities} fixed={!hands} {...{ map, marked, mark }} />
          {hands && <MapHands {...{ map, shapes }} />}
        </Suspense>
      )}
    </>
  )
}

interface Props extends Looks {
  shapes: Shapes
  nameOf: (code: string) => string
}

/**
 * The districts fitted to the box. An archipelago or island far off its province has a frame of its own beside it, at its
 * own scale: fitted together, the mainland would be a few pixels wide.
 */
export function ProvinceFrame({ shapes, nameOf, facilities, ...looks }: Props) {
  const { m } = useSpeech()
  const { together, apart } = useMemo(() => apartOf(shapes), [shapes])
  const parts = useMemo(() => {
    const off = codesOf(apart)
    const within = (codes: Set<string>) => facilities?.filter((row) => codes.has(row.district ?? ''))
    return {
      main: facilities?.filter((row) => !off.has(row.district ?? '')),
      insets: apart.map((one) => ({ shapes: one, facilities: within(codesOf([one])) })),
    }
  }, [apart, facilities])
  return (
    <Suspense fallback={<Awaited>{m.loading}</Awaited>}>
      <div className="district-map">
        <div className="district-main">
          <Part {...looks} shapes={together} facilities={parts.main} label={m.facilities.mapLabel} hands />
        </div>
        {parts.insets.length > 0 && (
          <div className="district-insets">
            {parts.insets.map((inset) => {
              const name = nameOf(inset.shapes.features[0]?.properties.code ?? '')
              return (
                <figure key={name} className="district-inset">
                  <Part {...looks} {...inset} label={name} />
                  <figcaption>{name}</figcaption>
                </figure>
              )
            })}
          </div>
        )}
      </div>
    </Suspense>
  )
}
