import type { ProvinceCode, ProvinceState } from '@mcc/contract'
import type { PathOptions } from 'leaflet'
import { useCallback, useMemo, useRef, type RefObject } from 'react'
import { classOf } from '../design/coverage-class.js'
import { Tile } from '../design/tile.js'
import { usePalette } from '../design/use-palette.js'
import { fileOfPlace } from '../exports/columns.js'
import { ExportMenu } from '../exports/export-menu.js'
import { numberOf, viewFigure } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { NO_FIGURE } from '../map/hatches.js'
import '../map/legend.css'
import type { Shapes } from '../map/shapes.js'
import { useShapes } from '../map/use-shapes.js'
import { unitName } from '../places/unit-names.js'
import { districtRows } from './district-rows.js'
import { doseLimits, unitOf } from './dose-classes.js'
import { MarkedNote } from './marked-note.js'
import { ProvinceFrame } from './province-frame.js'
import type { Listed } from './use-facilities.js'

/** Limits of more characters would touch each other between cells of the usual width. */
const LONG = 3

function Legend({ limits, silent }: { limits: readonly number[]; silent: boolean }) {
  const { m, f } = useSpeech()
  const { of, name } = unitOf(limits)
  const unit = name === 'doses' ? m.units.doses : `${m.units[name]} ${m.units.doses}`
  const texts = limits.map((limit) => f.count(limit / of))
  const long = texts.some((text) => text.length > LONG)
  return (
    <figure className={`legend ${long ? 'legend-long' : ''}`} aria-label={m.facilities.mapLegend(unit)}>
      <figcaption>{m.facilities.mapLegend(unit)}</figcaption>
      <ol>
        {[...texts, undefined].map((limit, i) => (
          <li key={i}>
            <span className="legend-swatch" style={{ background: `var(--coverage-${i})` }} />
            {limit !== undefined && <span className="legend-limit">{limit}</span>}
          </li>
        ))}
      </ol>
      {silent && (
        <p className="legend-none">
          <span className="legend-swatch legend-hatch" />
          {m.map.noData}
        </p>
      )}
    </figure>
  )
}

interface Props {
  code: ProvinceCode
  state: ProvinceState
  listed: Listed
  /** Facility marked on the map and in the list. */
  marked: string | undefined
  mark: (id: string) => void
}

interface CellsProps extends Props {
  all: Shapes
  /** The box that is saved as a picture. */
  drawn: RefObject<HTMLDivElement | null>
}

function Cells({ code, state, listed, marked, mark, all, drawn }: CellsProps) {
  const { m, f } = useSpeech()
  const palette = usePalette()
  const rows = useMemo(() => new Map(districtRows(code, state).map((row) => [row.code, row])), [code, state])
  const codes = [...rows.keys()].toSorted().join(' ')
  const shapes = useMemo((): Shapes => {
    const own = new Set(codes.split(' '))
    return { ...all, features: all.features.filter(({ properties }) => own.has(properties.code)) }
  }, [all, codes])
  const limits = doseLimits(Math.max(0, ...[...rows.values()].map((row) => numberOf(row.doses) ?? 0)))
  const edges = limits.join(' ')
  const styleOf = useCallback(
    (district: string, islets: boolean): PathOptions => {
      const doses = numberOf(rows.get(district)?.doses)
      const fill =
        doses === undefined ? undefined : palette.coverage[classOf(doses, edges.split(' ').map(Number))]
      const fillColor = fill ?? NO_FIGURE
      // islets are a few pixels wide: their rim makes them seen
      return islets
        ? { fillOpacity: 1, fillColor, color: palette.secondary, weight: 2 }
        : { fillOpacity: 1, fillColor, color: palette.ground, weight: 1 }
    },
    [rows, palette, edges],
  )
  const nameOf = useCallback(
    (district: string) => rows.get(district)?.name ?? m.province.unknownDistrict,
    [rows, m],
  )
  const titleOf = useCallback(
    (district: string) => `${nameOf(district)}: ${viewFigure(rows.get(district)?.doses, f.count, m, f).text}`,
    [rows, nameOf, m, f],
  )
  return (
    <>
      <div ref={drawn}>
        <ProvinceFrame
          {...{ shapes, styleOf, titleOf, nameOf, marked, mark }}
          facilities={listed.kind === 'listed' ? listed.rows : undefined}
        />
        <Legend
          limits={limits}
          silent={[...rows.values()].some(({ doses }) => numberOf(doses) === undefined)}
        />
      </div>
      {listed.kind === 'listed' && <MarkedNote rows={listed.rows} marked={marked} />}
    </>
  )
}

/** Doses by district as schematic cells, with the facilities over them; their twins are the tables of both. */
export function DistrictMap(props: Props) {
  const { code } = props
  const { m, language } = useSpeech()
  const all = useShapes('districts')
  const drawn = useRef<HTMLDivElement>(null)
  const picture = {
    box: drawn,
    title: `${m.facilities.map}, ${unitName(code, language)}`,
    file: fileOfPlace(m.exports.files.districtMap, code),
    source: m.exports.mapSource,
  }
  const stands = all !== undefined && all !== 'failed'
  return (
    <Tile
      title={m.facilities.map}
      className="district-map-tile"
      aside={stands && <ExportMenu picture={picture} />}
    >
      {all === undefined && <p className="quiet-state">{m.loading}</p>}
      {all === 'failed' && <p className="quiet-state">{m.map.failed}</p>}
      {stands && <Cells {...props} all={all} drawn={drawn} />}
      {stands && <p className="map-credit">{m.map.source}</p>}
    </Tile>
  )
}
