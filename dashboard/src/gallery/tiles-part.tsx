import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'

function Broken(): never {
  throw new Error('a part that fails, to show its boundary')
}

/** A part of a desk with a control in its head; loading, without figures, and failed. */
export function TilesPart() {
  const { m, f } = useSpeech()
  return (
    <>
      <Tile
        title={m.gallery.tile}
        aside={
          <button type="button" className="link">
            {m.asTable}
          </button>
        }
      >
        <p>{m.figures.reportedFor(f.day('2021-11-24'))}</p>
      </Tile>
      <Tile title={m.gallery.loading}>
        <p className="quiet-state">{m.loading}</p>
      </Tile>
      <Tile title={m.gallery.empty}>
        <p className="quiet-state">{m.empty.why}</p>
      </Tile>
      <Tile title={m.gallery.failed}>
        <Broken />
      </Tile>
    </>
  )
}
