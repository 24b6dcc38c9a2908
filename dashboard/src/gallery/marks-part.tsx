import { SEVERITIES } from '../alarms/open-alarms.js'
import { Bar } from '../design/bar.js'
import { ConnectionBand, ConditionMark } from '../design/connection-band.js'
import { SeverityMark } from '../design/status-mark.js'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { LiveProvider } from '../live/use-live.js'
import { LINES } from './still.js'

const CONDITIONS = ['live', 'connecting', 'degraded', 'stale', 'lost', 'past'] as const
const BANDS = ['lost', 'lostEmpty', 'engine', 'redis', 'writer', 'behind'] as const
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
    </Tile>
  )
}

function BandsTile() {
  const { m } = useSpeech()
  return (
    <Tile title={m.gallery.bands}>
      <div className="gallery-stack">
        {BANDS.map((line) => (
          <LiveProvider key={line} live={LINES[line]}>
            <ConnectionBand />
          </LiveProvider>
        ))}
      </div>
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

/** Status shapes, bands of the connection, bars and colours. */
export function MarksPart() {
  const { m, f } = useSpeech()
  return (
    <>
      <StatusTile />
      <BandsTile />
      <Tile title={m.gallery.bars}>
        {SHARES.map((share, i) => (
          <div key={i} className="gallery-bar">
            <span>{share === undefined ? '?' : f.percent(share)}</span>
            <Bar value={share} mark={70} reached={(share ?? 0) >= 70} />
          </div>
        ))}
      </Tile>
      <ScaleTile />
    </>
  )
}
