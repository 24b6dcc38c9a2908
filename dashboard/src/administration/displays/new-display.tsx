import { MAIN_PLAYLIST } from '@mcc/contract'
import { useSpeech } from '../../i18n/language.js'
import { useTopic } from '../../live/use-live.js'
import { addDisplay, type Display } from '../../rest/displays.js'
import { formField } from '../../rest/form-field.js'
import { ActButton } from '../act-button.js'
import { NameField } from '../name-field.js'
import { Secret } from '../secret.js'

function Fields({ like }: { like: Display | undefined }) {
  const words = useSpeech().m.administration
  const playlists = useTopic('playlists')?.playlists ?? []
  return (
    <>
      {like && <p>{words.renewAbout}</p>}
      <NameField label={words.displayName} hint={words.displayNameHint} most={80} value={like?.name} />
      <label className="admin-field">
        {words.playlist}
        {/* a new list once the playlists have come: a default value is taken only at the beginning */}
        <select key={playlists.length} name="playlist" defaultValue={like?.playlist ?? MAIN_PLAYLIST}>
          {playlists.map(({ id, title }) => (
            <option key={id} value={id}>
              {title} · /wall/{id}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

/** Makes the link of a wall display, or with `like` a new one for a display whose link is about to end. */
export function NewDisplayButton({ like, done }: { like?: Display; done: () => void }) {
  const words = useSpeech().m.administration
  return (
    <ActButton
      label={like ? words.renew : words.newDisplay}
      {...(like && { name: words.renewOf(like.name) })}
      main={!like}
      title={like ? words.renewOf(like.name) : words.newDisplay}
      confirm={words.make}
      act={(form) =>
        addDisplay({
          name: formField(form, 'name'),
          playlist: formField(form, 'playlist') || MAIN_PLAYLIST,
        })
      }
      done={done}
      outcome={({ path }) => (
        <Secret label={words.displayLink} value={window.location.origin + path} note={words.displayNote} />
      )}
    >
      <Fields like={like} />
    </ActButton>
  )
}
