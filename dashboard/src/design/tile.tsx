import { Component, type ReactNode } from 'react'
import './tile.css'
import { useSpeech } from '../i18n/language.js'

interface BoundaryProps {
  fallback: ReactNode
  children: ReactNode
}
class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}

/** Keeps a failure inside its own part of the page. */
export function TileBoundary({ children }: { children: ReactNode }) {
  const { m } = useSpeech()
  return <Boundary fallback={<p className="quiet-state">{m.tileFailed}</p>}>{children}</Boundary>
}

interface TileProps {
  title: string
  /** Small words or controls at the end of the head. */
  aside?: ReactNode
  className?: string
  id?: string
  children: ReactNode
}

/** A titled part of a desk; one failing does not take the others with it. */
export function Tile({ title, aside, className = '', id, children }: TileProps) {
  return (
    <section className={`tile ${className}`} id={id} aria-label={title}>
      <header className="tile-head">
        <h2>{title}</h2>
        {aside}
      </header>
      <TileBoundary>{children}</TileBoundary>
    </section>
  )
}
