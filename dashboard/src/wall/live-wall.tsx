import { topicsOfWall, type Playlist, type PlaylistScene } from '@mcc/contract'
import { Suspense, useEffect, useMemo } from 'react'
import { isCalled } from '../alarms/open-alarms.js'
import { TileBoundary } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { liveLine } from '../live/socket.js'
import { LiveProvider, useHeldTopics, useTopic } from '../live/use-live.js'
import { useLateCode } from '../rest/lasting.js'
import { refreshSession } from '../rest/session.js'
import { PastGate } from '../time/past-gate.js'
import { usePastKeys } from '../time/use-past-keys.js'
import { useSource } from '../time/use-source.js'
import { fetchScenes, SCENE_VIEWS } from './scenes.js'
import { Strip } from './strip.js'
import { usePlannedReload } from './use-planned-reload.js'
import { useRotation } from './use-rotation.js'
import { WallBand } from './wall-band.js'
import { WallMessage } from './wall-message.js'

/** Long enough for the first scene to stand before the code of the others is fetched. */
const FETCH_AFTER_MS = 4_000

interface Start {
  /** The scene to begin with, from 0. */
  first: number
  /** Keeps the first scene: neither rotates nor makes way for the alarm board. */
  hold: boolean
}

/** The scenes to show: those of the playlist that are on and that this version of the page knows. */
const shownOf = ({ scenes }: Playlist): PlaylistScene[] =>
  scenes.filter((s) => s.shown && Object.hasOwn(SCENE_VIEWS, s.scene))

function SceneAwaited() {
  const { m } = useSpeech()
  return <WallMessage lines={[useLateCode() ? m.late : m.loading]} />
}

function Scenes({ playlist, first, hold }: Start & { playlist: Playlist }) {
  const alarms = useTopic('alarms')
  const scenes = useMemo(() => shownOf(playlist), [playlist])
  // a scene whose turn comes while the line is lost shows what was last heard
  useHeldTopics(useMemo(() => topicsOfWall(playlist), [playlist]))
  const called = isCalled(alarms) && playlist.preempt && !hold
  const at = useRotation({ scenes, first, paused: hold, called })
  const fading = usePlannedReload()
  const { scene, lines } = at.board ? ({ scene: 'alarms' } as const) : scenes[at.place]!
  const Scene = SCENE_VIEWS[scene]
  useEffect(() => {
    const timer = setTimeout(fetchScenes, FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <main className={`scene ${fading ? 'scene-leaves' : ''}`} key={scene} data-scene={scene}>
        <TileBoundary>
          <Suspense fallback={<SceneAwaited />}>
            <Scene {...(lines !== undefined && { lines })} />
          </Suspense>
        </TileBoundary>
      </main>
      <Strip scene={at.place} scenes={scenes.length} paused={at.paused} />
    </>
  )
}

function Chosen({ playlist: id, ...start }: Start & { playlist: string }) {
  const { m } = useSpeech()
  const source = useSource()
  const state = useTopic('playlists')
  if (state === undefined)
    return (
      <>
        <WallBand />
        <WallMessage lines={[m.loading]} />
      </>
    )
  const playlist = state.playlists.find((p) => p.id === id)
  if (!playlist || shownOf(playlist).length === 0) return <WallMessage lines={[m.door.noSuchPlaylist]} />
  // the playlist is the screen's own; what its scenes show may be of the past
  return (
    <LiveProvider live={source}>
      <WallBand />
      <PastGate>
        <Scenes playlist={playlist} {...start} />
      </PastGate>
    </LiveProvider>
  )
}

/** A wall that was let in: the scenes of its playlist in rotation; a change of the playlist is followed at once. */
export function LiveWall(props: Start & { playlist: string }) {
  usePastKeys()
  const live = liveLine(() => void refreshSession())
  return (
    <LiveProvider live={live}>
      <Chosen {...props} />
    </LiveProvider>
  )
}
