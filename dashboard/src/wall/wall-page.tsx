import { getRouteApi } from '@tanstack/react-router'
import './wall.css'
import { usePageTitle } from '../design/use-page-title.js'
import { DEFAULT_VIEWING } from '../design/viewing.js'
import { useSpeech } from '../i18n/language.js'
import { useMonotonicSecond } from '../live/use-live.js'
import { LiveWall } from './live-wall.js'
import { burnInShift } from './planned-reload.js'
import { useHiddenPointer } from './use-hidden-pointer.js'
import { useWallEntry, type Entry } from './use-wall-entry.js'
import { useWallSizes } from './use-wall-sizes.js'
import { WallMessage } from './wall-message.js'

const route = getRouteApi('/wall/$playlist')

const titleOf = (entry: Entry, m: ReturnType<typeof useSpeech>['m']): [string, string?, string?] => {
  if (entry === 'unreachable') return [m.door.unreachable]
  if (entry === 'refused') return [m.door.title, m.door.refused, m.door.how]
  return entry === 'closed' ? [m.door.title, m.door.why, m.door.how] : [m.loading]
}

/** `/wall/:playlist`: scenes in rotation, nothing else on the screen. */
export function WallPage() {
  const { m } = useSpeech()
  usePageTitle(m.desk.wall)
  const { playlist } = route.useParams()
  const { screen, distance, scene, hold } = route.useSearch()
  const entry = useWallEntry()
  const hidden = useHiddenPointer()
  const [x, y] = burnInShift(useMonotonicSecond())
  const tight = useWallSizes({
    screen: screen ?? DEFAULT_VIEWING.screen,
    distance: distance ?? DEFAULT_VIEWING.distance,
  })
  return (
    <div
      className={`wall ${hidden ? 'wall-no-pointer' : ''}`}
      data-tight={tight || undefined}
      style={{ translate: `${x}px ${y}px` }}
    >
      {entry !== 'open' && <WallMessage lines={titleOf(entry, m)} />}
      {entry === 'open' && <LiveWall playlist={playlist} first={(scene ?? 1) - 1} hold={hold === 'yes'} />}
    </div>
  )
}
