import '../desk/desk.css'
import './gallery.css'
import { useSpeech } from '../i18n/language.js'
import { DrawingsPart } from './drawings-part.js'
import { FiguresPart } from './figures-part.js'
import { MarksPart } from './marks-part.js'

/** `/design`: every piece of the design system in every state, on invented figures; what visual tests look at. */
export function GalleryPage() {
  const { m } = useSpeech()
  return (
    <main className="gallery" data-testid="gallery">
      <h1>{m.gallery.title}</h1>
      <FiguresPart />
      <MarksPart />
      <DrawingsPart />
    </main>
  )
}
