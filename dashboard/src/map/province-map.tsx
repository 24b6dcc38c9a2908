import { INDICATORS, type UnitCode, type UnitSummary } from '@mcc/contract'
import type { PathOptions } from 'leaflet'
import { lazy, Suspense, useCallback } from 'react'
import { classOf } from '../design/coverage-class.js'
import { usePalette } from '../design/use-palette.js'
import type { Palette } from '../design/palette.js'
import { numberOf, viewFigure } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { useShapes } from './use-shapes.js'

const LeafletMap = lazy(async () => ({ default: (await import('./leaflet-map.js')).LeafletMap }))

type Units = Record<string, UnitSummary>

function styleFor(
  value: number | undefined,
  islets: boolean,
  chosen: boolean,
  palette: Palette,
): PathOptions {
  if (value === undefined)
    return {
      fillOpacity: 1,
      fillColor: 'url(#no-figure)',
      color: palette.noDataHatch,
      weight: chosen ? 2.5 : 0.7,
    }
  const fill = palette.coverage[classOf(value, INDICATORS.coverageOne.thresholds)] ?? palette.noData
  return {
    fillOpacity: 1,
    fillColor: fill,
    color: chosen ? palette.text : islets ? fill : palette.ground,
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

/** Choropleth of coverage with at least one dose, both archipelagos named. */
export function ProvinceMap({ units, marked, onSelect, onHover }: Props) {
  const { m, f, language } = useSpeech()
  const palette = usePalette()
  const shapes = useShapes('provinces')
  const styleOf = useCallback(
    (code: string, islets: boolean) =>
      styleFor(numberOf(units[code]?.coverageOne), islets, code === marked, palette),
    [units, palette, marked],
  )
  const titleOf = useCallback(
    (code: string) =>
      `${unitName(code, language)}: ${viewFigure(units[code]?.coverageOne, f.percent, m, f).text}`,
    [units, language, m, f],
  )
  if (shapes === 'failed') return <p className="quiet-state">{m.map.failed}</p>
  if (!shapes) return <p className="quiet-state">{m.loading}</p>
  const labels = [
    { id: 'hoang-sa', text: m.map.hoangSa, lat: 15.1, lon: 112.0 },
    { id: 'truong-sa', text: m.map.truongSa, lat: 12.4, lon: 113.0 },
  ]
  return (
    <Suspense fallback={<p className="quiet-state">{m.loading}</p>}>
      <LeafletMap
        {...{ shapes, styleOf, titleOf, labels, onSelect, onHover }}
        front={marked}
        label={m.map.label}
      />
    </Suspense>
  )
}
