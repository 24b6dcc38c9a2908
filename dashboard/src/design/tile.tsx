import { Component, type ReactNode } from 'react'
import './tile.css'
import { useSpeech } from '../i18n/language.js'
import { again } from '../rest/again.js'

interface BoundaryProps {
  fallback: ReactNode
  children: ReactNode
}
/** What failed is drawn again by itself: nobody stands before a wall to load it anew. */
class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }
  private tries = 0
  private giveUp = () => {}
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch() {
    this.giveUp = again(this.tries++, () => this.setState({ failed: false }))
  }
  override componentWillUnmount() {
    this.giveUp()
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
