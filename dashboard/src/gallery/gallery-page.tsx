import { getRouteApi } from '@tanstack/react-router'
import '../desk/desk.css'
import './gallery.css'
import { usePageTitle } from '../design/use-page-title.js'
import { DEFAULT_VIEWING } from '../design/viewing.js'
import { useSpeech } from '../i18n/language.js'
import { ClockProvider, LiveProvider } from '../live/use-live.js'
import { useWallSizes } from '../wall/use-wall-sizes.js'
import { ControlsPart } from './controls-part.js'
import { DrawingsPart } from './drawings-part.js'
import { FiguresPart } from './figures-part.js'
import { FramesPart } from './frames-part.js'
import { Looks } from './looks.js'
import { MarksPart } from './marks-part.js'
import { MorningPart } from './morning-part.js'
import { PinsPart } from './pins-part.js'
import { LINES, STILL } from './still.js'
import { TablesPart } from './tables-part.js'
import { TilesPart } from './tiles-part.js'
import { TimesPart } from './times-part.js'
import { WallScreens } from './wall-screens.js'

const route = getRouteApi('/design')

function Desks() {
  return (
    <>
      <FiguresPart />
      <MarksPart />
      <MorningPart />
      <TilesPart />
      <ControlsPart />
      <TablesPart />
      <TimesPart />
      <FramesPart />
      <DrawingsPart />
      <PinsPart />
    </>
  )
}

/**
 * `/design`: every piece of the design system in every state, on invented figures and a clock that stands still; what
 * visual tests look at. `?theme=light|dark` for desks, `?look=wall&theme=dark` for walls.
 */
export function GalleryPage() {
  const { m } = useSpeech()
  const { look } = route.useSearch()
  useWallSizes(DEFAULT_VIEWING)
  usePageTitle(m.gallery.title)
  return (
    <ClockProvider hand={STILL}>
      <LiveProvider live={LINES.live}>
        <div data-testid="gallery">
          <header className="gallery-head">
            <h1>{m.gallery.title}</h1>
            <Looks />
            <p className="quiet-state">{m.gallery.note}</p>
          </header>
          {look === 'wall' ? (
            <WallScreens />
          ) : (
            <main className="gallery">
              <Desks />
            </main>
          )}
        </div>
      </LiveProvider>
    </ClockProvider>
  )
}
