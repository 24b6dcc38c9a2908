import { useEffect, useRef } from 'react'

/**
 * Text whose changed characters move once. Places are counted from the right, so that a number growing by a
 * digit does not move the others.
 */
export function Digits({ text }: { text: string }) {
  const mounted = useRef(false)
  useEffect(() => {
    mounted.current = true
  }, [])
  const characters = [...text]
  return (
    <span className="digits" role="img" aria-label={text}>
      {characters.map((character, i) => {
        const place = characters.length - i
        return (
          <span key={place} className="digit" aria-hidden="true">
            <span key={character} className={mounted.current ? 'digit-moves' : undefined}>
              {character}
            </span>
          </span>
        )
      })}
    </span>
  )
}
