import { DEFAULT_PLAYLISTS, MAIN_PLAYLIST, type Playlist } from '@mcc/contract'
import { useState, type FormEvent } from 'react'
import './playlists.css'
import '../design/controls.css'
import { useSpeech } from '../i18n/language.js'
import { formField } from '../rest/form-field.js'
import { problemsOf } from './problems.js'
import { ScenesTable } from './scenes-table.js'
import { usePlaylists, type Outcome } from './use-playlists.js'

function Fields({ playlist, change }: { playlist: Playlist; change: (playlist: Playlist) => void }) {
  const { m } = useSpeech()
  return (
    <>
      <label className="playlist-field">
        {m.walls.title}
        <input
          value={playlist.title}
          maxLength={80}
          onChange={(e) => change({ ...playlist, title: e.target.value })}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={playlist.preempt}
          onChange={(e) => change({ ...playlist, preempt: e.target.checked })}
        />{' '}
        {m.walls.preempt}
      </label>
      <ScenesTable scenes={playlist.scenes} change={(scenes) => change({ ...playlist, scenes })} />
    </>
  )
}

function AddForm({ add }: { add: (id: string, title: string) => void }) {
  const { m } = useSpeech()
  return (
    <form
      className="playlist-add"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        add(formField(event.currentTarget, 'id'), formField(event.currentTarget, 'title'))
        event.currentTarget.reset()
      }}
    >
      <label className="playlist-field">
        {m.walls.id}
        <input name="id" required maxLength={40} autoComplete="off" />
      </label>
      <label className="playlist-field">
        {m.walls.title}
        <input name="title" required maxLength={80} autoComplete="off" />
      </label>
      <button type="submit" className="button">
        {m.walls.add}
      </button>
    </form>
  )
}

function useOutcome(outcome: Outcome | undefined, edited: boolean, version: number | undefined): string {
  const { m, f } = useSpeech()
  if (outcome === 'saved') return m.walls.saved(f.count(version ?? 0))
  if (outcome === 'changed-meanwhile') return m.walls.changedMeanwhile
  if (outcome === 'forbidden') return m.walls.forbidden
  if (outcome === 'failed') return m.walls.failed
  return edited ? m.walls.unsaved : ''
}

/** Loads, edits, checks and saves the playlists of all walls, and says how it went. For administrators. */
export function PlaylistEditor() {
  const { m, f } = useSpeech()
  const { version, lists, edited, outcome, load, edit, save } = usePlaylists()
  const [at, setAt] = useState(0)
  const said = useOutcome(outcome, edited, version)
  const playlist = lists[at] ?? lists[0]
  const problems = edited ? problemsOf(lists, m, f) : []
  if (!playlist) return <p role="status">{said === '' ? m.loading : said}</p>
  const change = (next: Playlist) => edit(lists.map((p) => (p === playlist ? next : p)))
  const add = (id: string, title: string) => {
    edit([...lists, { ...DEFAULT_PLAYLISTS[0]!, id, title }])
    setAt(lists.length)
  }
  const remove = () => {
    edit(lists.filter((p) => p !== playlist))
    setAt(0)
  }
  return (
    <div className="playlist-editor" data-testid="playlist-editor">
      <label className="playlist-field">
        {m.walls.playlist}
        <select value={lists.indexOf(playlist)} onChange={(e) => setAt(Number(e.target.value))}>
          {lists.map((p, i) => (
            <option key={i} value={i}>
              {p.title} · /wall/{p.id}
            </option>
          ))}
        </select>
      </label>
      <Fields playlist={playlist} change={change} />
      {problems.length > 0 && (
        <div role="alert">
          {m.walls.wrong}
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="playlist-actions">
        <button
          type="button"
          className="button button-main"
          disabled={!edited || problems.length > 0}
          onClick={() => void save()}
        >
          {m.walls.save}
        </button>
        <button type="button" className="button" onClick={load}>
          {m.walls.reload}
        </button>
        {playlist.id !== MAIN_PLAYLIST && (
          <button type="button" className="button" onClick={remove}>
            {m.walls.remove}
          </button>
        )}
        <span role="status">{said}</span>
      </p>
      <AddForm add={add} />
    </div>
  )
}
