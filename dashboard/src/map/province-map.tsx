import { type Figure, INDICATORS, isNumber, type UnitCode, type UnitSummary } from '@mcc/contract'
import type { PathOptions } from 'leaflet'
import { lazy, Suspense, useCallback } from 'react'
import { Awaited } from '../design/awaited.js'
import { classOf } from '../design/coverage-class.js'
import { usePalette } from '../design/use-palette.js'
import type { Palette } from '../design/palette.js'
import { numberOf, viewFigure } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { asOfLastDay } from '../places/old-figures.js'
import { unitName } from '../places/unit-names.js'
import { lasting } from '../rest/lasting.js'
import { NO_FIGURE, oldFigure } from './hatches.js'
import { useShapes } from './use-shapes.js'

const LeafletMap = lazy(lasting(async () => ({ default: (await import('./leaflet-map.js')).LeafletMap })))

type Units = Record<string, UnitSummary>

function styleFor(
  figure: Figure | undefined,
  islets: boolean,
  chosen: boolean,
  palette: Palette,
): PathOptions {
  const value = numberOf(figure)
  if (value === undefined)
    return {
      fillOpacity: 1,
      fillColor: NO_FIGURE,
      color: palette.noDataHatch,
      weight: chosen ? 2.5 : 0.7,
    }
  const level = classOf(value, INDICATORS.coverageOne.thresholds)
  const colour = palette.coverage[level] ?? palette.noData
  return {
    fillOpacity: 1,
    // a few pixels wide, islets have room for their colour only
    fillColor: isNumber(figure) || islets ? colour : oldFigure(level),
    color: chosen ? palette.text : islets ? colour : palette.ground,
    weight: islets ? Math.max(2, window.innerHeight / 600) : chosen ? 2.5 : 0.7,
  }
}

interface Props {
  units: Units
  /** Unit drawn with a strong outline. */
  marked?: UnitCode | undefined
  onSelect?: ((code: string) => void) | undefined
  onHover?: ((code: string | undefined) => void) | undefined
}

/** Choropleth of coverage with at least one dose, hatched where it is old or unknown; both archipelagos named. */
export function ProvinceMap({ units, marked, onSelect, onHover }: Props) {
  const { m, f, language } = useSpeech()
  const palette = usePalette()
  const shapes = useShapes('provinces')
  const styleOf = useCallback(
    (code: string, islets: boolean) =>
      styleFor(asOfLastDay(units[code], 'coverageOne'), islets, code === marked, palette),
    [units, palette, marked],
  )
  const titleOf = useCallback(
    (code: string) => {
      const view = viewFigure(asOfLastDay(units[code], 'coverageOne'), f.percent, m, f)
      return `${unitName(code, language)}: ${view.kind === 'stale' ? view.spoken : view.text}`
    },
    [units, language, m, f],
  )
  if (shapes === 'failed') return <p className="quiet-state">{m.map.failed}</p>
  if (!shapes) return <p className="quiet-state">{m.loading}</p>
  const labels = [
    { id: 'hoang-sa', text: m.map.hoangSa, lat: 15.1, lon: 112.0 },
    { id: 'truong-sa', text: m.map.truongSa, lat: 12.4, lon: 113.0 },
  ]
  return (
    <Suspense fallback={<Awaited>{m.loading}</Awaited>}>
      <LeafletMap
        {...{ shapes, styleOf, titleOf, labels, onSelect, onHover }}
        front={marked}
        label={m.map.label}
      />
    </Suspense>
  )
}
