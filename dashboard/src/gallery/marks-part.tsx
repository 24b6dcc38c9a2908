import { exerciseLabel } from '@mcc/contract'
import { SEVERITIES } from '../alarms/open-alarms.js'
import { Bar } from '../design/bar.js'
import { ConditionMark } from '../design/connection-band.js'
import { SeverityMark } from '../design/status-mark.js'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'

const CONDITIONS = ['live', 'connecting', 'degraded', 'lost'] as const
const SHARES = [undefined, 0, 3, 48.2, 70, 100, 104.6]
const GROUNDS = [
  'ground',
  'surface',
  'line',
  'progress',
  'reached',
  'behind',
  'exercise',
  'past',
  'no-data',
] as const

function Broken(): never {
  throw new Error('a part that fails, to show its boundary')
}

function StatusTile() {
  const { m, f } = useSpeech()
  return (
    <Tile title={m.gallery.status}>
      <ul className="gallery-row">
        {SEVERITIES.map((severity) => (
          <li key={severity}>
            <SeverityMark severity={severity} count={f.count(3)} /> {m.severity[severity]}
          </li>
        ))}
        {CONDITIONS.map((condition) => (
          <li key={condition}>
            <ConditionMark condition={condition} />
          </li>
        ))}
      </ul>
      <p className="band band-lost">{m.status.lostBand('16:00')}</p>
      <p className="band band-degraded">{m.status.engineDown('16:00')}</p>
    </Tile>
  )
}

function ScaleTile() {
  const { m } = useSpeech()
  return (
    <Tile title={m.gallery.scale}>
      <div className="gallery-scale" aria-hidden="true">
        {Array.from({ length: 7 }, (_, i) => (
          <span key={i} style={{ background: `var(--coverage-${i})` }} />
        ))}
        {GROUNDS.map((name) => (
          <span key={name} style={{ background: `var(--${name})` }} />
        ))}
      </div>
    </Tile>
  )
}

/** Status shapes, bars, scale, controls, frames, and the look of a failure. */
export function MarksPart() {
  const { m, f } = useSpeech()
  return (
    <>
      <StatusTile />
      <Tile title={m.gallery.bars}>
        {SHARES.map((share, i) => (
          <div key={i} className="gallery-bar">
            <span>{share === undefined ? '?' : f.percent(share)}</span>
            <Bar value={share} mark={70} reached={(share ?? 0) >= 70} />
          </div>
        ))}
      </Tile>
      <ScaleTile />
      <Tile title={m.gallery.controls}>
        <p className="gallery-row">
          <button type="button" className="button">
            {m.exports.menu}
          </button>
          <button type="button" className="button button-main">
            {m.alarms.send}
          </button>
          <button type="button" className="link">
            {m.asTable}
          </button>
          <input type="search" aria-label={m.table.search} placeholder={m.table.searchHint} />
        </p>
      </Tile>
      <Tile title={m.gallery.frames}>
        <p className="gallery-frame gallery-exercise">{exerciseLabel({ scale: 0.01 })}</p>
        <p className="gallery-frame gallery-past">{m.gallery.past} 07:00 24/11/2021</p>
      </Tile>
      <Tile title={m.gallery.failed}>
        <Broken />
      </Tile>
    </>
  )
}
