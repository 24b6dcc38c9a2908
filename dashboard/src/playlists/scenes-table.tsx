import { DWELL, LISTING_SCENES, listsPlaces, type PlaylistScene } from '@mcc/contract'
import { useSpeech } from '../i18n/language.js'

interface RowProps {
  entry: PlaylistScene
  change: (entry: PlaylistScene) => void
  /** Moves the scene by one place; undefined at that end of the list. */
  up: (() => void) | undefined
  down: (() => void) | undefined
}

/** An emptied field of a number holds none. */
const numberText = (n: number): number | '' => (Number.isNaN(n) ? '' : n)

function LinesField({ entry, change, name }: Pick<RowProps, 'entry' | 'change'> & { name: string }) {
  const { m } = useSpeech()
  const { scene } = entry
  if (!listsPlaces(scene)) return null
  return (
    <input
      type="number"
      min={1}
      max={LISTING_SCENES[scene]}
      value={numberText(entry.lines ?? LISTING_SCENES[scene])}
      aria-label={`${name}: ${m.walls.lines}`}
      onChange={(e) => change({ ...entry, lines: e.target.valueAsNumber })}
    />
  )
}

function SceneRow({ entry, change, up, down }: RowProps) {
  const { m } = useSpeech()
  const name = m.walls.scenes[entry.scene]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <input
          type="checkbox"
          checked={entry.shown}
          aria-label={`${name}: ${m.walls.shown}`}
          onChange={(e) => change({ ...entry, shown: e.target.checked })}
        />
      </td>
      <td>
        <input
          type="number"
          min={DWELL.least}
          max={DWELL.most}
          value={numberText(entry.dwell)}
          aria-label={`${name}: ${m.walls.dwell}`}
          onChange={(e) => change({ ...entry, dwell: e.target.valueAsNumber })}
        />
      </td>
      <td>
        <LinesField {...{ entry, change, name }} />
      </td>
      <td className="playlist-order">
        {/* not disabled: who moves a scene to the end by key keeps the focus */}
        <button
          type="button"
          className="button"
          aria-disabled={!up}
          aria-label={m.walls.up(name)}
          onClick={up}
        >
          ↑
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={!down}
          aria-label={m.walls.down(name)}
          onClick={down}
        >
          ↓
        </button>
      </td>
    </tr>
  )
}

interface Props {
  scenes: readonly PlaylistScene[]
  change: (scenes: PlaylistScene[]) => void
}

/** The scenes of one playlist in their order, each with its time and whether it is shown. */
export function ScenesTable({ scenes, change }: Props) {
  const { m } = useSpeech()
  /** The scene with the next one before it. */
  const swap = (at: number) => change(scenes.toSpliced(at, 2, ...scenes.slice(at, at + 2).toReversed()))
  return (
    <table className="playlist-scenes">
      <thead>
        <tr>
          {(['scene', 'shown', 'dwell', 'lines', 'order'] as const).map((column) => (
            <th key={column} scope="col">
              {m.walls[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scenes.map((entry, at) => (
          <SceneRow
            key={entry.scene}
            entry={entry}
            change={(next) => change(scenes.with(at, next))}
            up={at > 0 ? () => swap(at - 1) : undefined}
            down={at < scenes.length - 1 ? () => swap(at) : undefined}
          />
        ))}
      </tbody>
    </table>
  )
}
