import { getRouteApi } from '@tanstack/react-router'
import { Suspense, useEffect, useLayoutEffect, useState } from 'react'
import './wall.css'
import { isCalled } from '../alarms/open-alarms.js'
import { ConnectionBand } from '../design/connection-band.js'
import { TileBoundary } from '../design/tile.js'
import { DEFAULT_VIEWING, wallScale, type Viewing } from '../design/viewing.js'
import { useSpeech } from '../i18n/language.js'
import { liveLine } from '../live/socket.js'
import { LiveProvider, useMonotonicSecond, useTopic } from '../live/use-live.js'
import { refreshSession } from '../rest/session.js'
import { burnInShift } from './planned-reload.js'
import { ALARM_SCENE, fetchScenes, SCENES } from './scenes.js'
import { Strip } from './strip.js'
import { useHiddenPointer } from './use-hidden-pointer.js'
import { usePlannedReload } from './use-planned-reload.js'
import { useRotation } from './use-rotation.js'
import { useWallEntry, type Entry } from './use-wall-entry.js'
import { WallMessage } from './wall-message.js'

const route = getRouteApi('/wall/$playlist')

/** From this label size on the scenes leave out what only explains. */
const TIGHT_VH = 4.3

/** The wall's sizes as custom properties of the document, where the exercise frame reads them too. */
function useWallSizes({ screen, distance }: Viewing): boolean {
  useLayoutEffect(() => {
    const root = document.documentElement
    for (const [name, vh] of Object.entries(wallScale({ screen, distance })))
      root.style.setProperty(`--wall-${name}`, `${vh}vh`)
  }, [screen, distance])
  return wallScale({ screen, distance }).label > TIGHT_VH
}

/** Long enough for the first scene to stand before the code of the others is fetched. */
const FETCH_AFTER_MS = 4_000

function Scenes({ first, hold }: { first: number; hold: boolean }) {
  const called = isCalled(useTopic('alarms')) && !hold
  const alarm = called ? ALARM_SCENE : undefined
  const at = useRotation({ scenes: SCENES.length, first, paused: hold, alarm })
  const fading = usePlannedReload()
  const { Scene, id } = SCENES[at.scene]!
  useEffect(() => {
    const timer = setTimeout(fetchScenes, FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <main className={`scene ${fading ? 'scene-leaves' : ''}`} key={id} data-scene={id}>
        <TileBoundary>
          <Suspense fallback={null}>
            <Scene />
          </Suspense>
        </TileBoundary>
      </main>
      <Strip scene={at.scene} scenes={SCENES.length} paused={at.paused} />
    </>
  )
}

function LiveWall({ first, hold }: { first: number; hold: boolean }) {
  const [live] = useState(() => liveLine(() => void refreshSession()))
  return (
    <LiveProvider live={live}>
      <ConnectionBand />
      <Scenes first={first} hold={hold} />
    </LiveProvider>
  )
}

const titleOf = (entry: Entry, m: ReturnType<typeof useSpeech>['m']): [string, string?, string?] => {
  if (entry === 'unreachable') return [m.door.unreachable]
  if (entry === 'refused') return [m.door.title, m.door.refused, m.door.how]
  return entry === 'closed' ? [m.door.title, m.door.why, m.door.how] : [m.loading]
}

/** `/wall/:playlist`: scenes in rotation, nothing else on the screen. */
export function WallPage() {
  const { m } = useSpeech()
  const { playlist } = route.useParams()
  const { screen, distance, scene, hold } = route.useSearch()
  const entry = useWallEntry()
  const hidden = useHiddenPointer()
  const [x, y] = burnInShift(useMonotonicSecond())
  const tight = useWallSizes({
    screen: screen ?? DEFAULT_VIEWING.screen,
    distance: distance ?? DEFAULT_VIEWING.distance,
  })
  const known = playlist === 'main'
  return (
    <div
      className={`wall ${hidden ? 'wall-no-pointer' : ''}`}
      data-tight={tight || undefined}
      style={{ translate: `${x}px ${y}px` }}
    >
      {!known && <WallMessage lines={[m.door.noSuchPlaylist]} />}
      {known && entry !== 'open' && <WallMessage lines={titleOf(entry, m)} />}
      {known && entry === 'open' && <LiveWall first={(scene ?? 1) - 1} hold={hold === 'yes'} />}
    </div>
  )
}
