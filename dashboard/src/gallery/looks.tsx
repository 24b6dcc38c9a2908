import { Link } from '@tanstack/react-router'
import { useSpeech } from '../i18n/language.js'

const LOOKS = [
  { name: 'light', search: { theme: 'light', look: undefined } },
  { name: 'dark', search: { theme: 'dark', look: undefined } },
  { name: 'wall', search: { theme: 'dark', look: 'wall' } },
] as const

/** Switch between the desk by day, the desk by night, and the wall. */
export function Looks() {
  const { m } = useSpeech()
  return (
    <nav className="gallery-row" aria-label={m.gallery.looks}>
      {LOOKS.map(({ name, search }) => (
        <Link key={name} to="/design" search={(was) => ({ ...was, ...search })} className="link">
          {m.gallery[name]}
        </Link>
      ))}
    </nav>
  )
}
