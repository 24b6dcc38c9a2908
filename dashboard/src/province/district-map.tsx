import type { ProvinceCode, ProvinceState } from '@mcc/contract'
import { lazy, Suspense, useCallback, useMemo } from 'react'
import { classOf } from '../design/coverage-class.js'
import { Tile } from '../design/tile.js'
import { usePalette } from '../design/use-palette.js'
import { numberOf, viewFigure } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import '../map/legend.css'
import type { Shapes } from '../map/shapes.js'
import { useShapes } from '../map/use-shapes.js'
import { districtRows } from './district-rows.js'
import { doseLimits } from './dose-classes.js'

const LeafletMap = lazy(async () => ({ default: (await import('../map/leaflet-map.js')).LeafletMap }))

function Legend({ limits }: { limits: readonly number[] }) {
  const { m, f } = useSpeech()
  return (
    <figure className="legend" aria-label={m.facilities.mapLegend}>
      <figcaption>{m.facilities.mapLegend}</figcaption>
      <ol>
        {[...limits, undefined].map((limit, i) => (
          <li key={i}>
            <span className="legend-swatch" style={{ background: `var(--coverage-${i})` }} />
            {limit !== undefined && <span className="legend-limit">{f.short(limit)}</span>}
          </li>
        ))}
      </ol>
    </figure>
  )
}

function Cells({ code, state, all }: { code: ProvinceCode; state: ProvinceState; all: Shapes }) {
  const { m, f } = useSpeech()
  const palette = usePalette()
  const rows = useMemo(
    () => new Map(districtRows(code, state.districts).map((row) => [row.code, row])),
    [code, state.districts],
  )
  const codes = [...rows.keys()].toSorted().join(' ')
  const shapes = useMemo((): Shapes => {
    const own = new Set(codes.split(' '))
    return { ...all, features: all.features.filter(({ properties }) => own.has(properties.code)) }
  }, [all, codes])
  const limits = doseLimits(Math.max(0, ...[...rows.values()].map((row) => numberOf(row.doses) ?? 0)))
  const edges = limits.join(' ')
  const styleOf = useCallback(
    (district: string) => {
      const doses = numberOf(rows.get(district)?.doses)
      const fill =
        doses === undefined ? undefined : palette.coverage[classOf(doses, edges.split(' ').map(Number))]
      return { fillOpacity: 1, fillColor: fill ?? 'url(#no-figure)', color: palette.ground, weight: 1 }
    },
    [rows, palette, edges],
  )
  const titleOf = useCallback(
    (district: string) => {
      const row = rows.get(district)
      return `${row?.name ?? m.province.unknownDistrict}: ${viewFigure(row?.doses, f.count, m, f).text}`
    },
    [rows, m, f],
  )
  return (
    <>
      <div className="district-map">
        <Suspense fallback={<p className="quiet-state">{m.loading}</p>}>
          <LeafletMap
            {...{ shapes, styleOf, titleOf }}
            labels={[]}
            fit="shapes"
            label={m.facilities.mapLabel}
          />
        </Suspense>
      </div>
      <Legend limits={limits} />
    </>
  )
}

/** Doses by district as schematic cells; its twin is the table of districts. */
export function DistrictMap({ code, state }: { code: ProvinceCode; state: ProvinceState }) {
  const { m } = useSpeech()
  const all = useShapes('districts')
  return (
    <Tile title={m.facilities.map}>
      {all === undefined && <p className="quiet-state">{m.loading}</p>}
      {all === 'failed' && <p className="quiet-state">{m.map.failed}</p>}
      {all !== undefined && all !== 'failed' && <Cells code={code} state={state} all={all} />}
    </Tile>
  )
}
