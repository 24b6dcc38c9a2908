import { useEffect, useState } from 'react'

/** The wall's smallest letter in CSS pixels, for charts, which know no `vh`. */
export function useWallLetters(): number {
  const [letters, setLetters] = useState(24)
  useEffect(() => {
    const measure = () => {
      const vh = parseFloat(document.documentElement.style.getPropertyValue('--wall-label'))
      if (vh > 0) setLetters((vh / 100) * window.innerHeight)
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return letters
}
