import { useState } from 'react'

/**
 * Text whose changed characters move once. Places are counted from the right, so that a number growing by a
 * digit does not move the others.
 */
export function Digits({ text }: { text: string }) {
  const [first] = useState(text)
  const characters = Array.from(text)
  return (
    <span className="digits" role="img" aria-label={text}>
      {characters.map((character, i) => {
        const place = characters.length - i
        return (
          <span key={place} className="digit" aria-hidden="true">
            <span key={character} className={text === first ? undefined : 'digit-moves'}>
              {character}
            </span>
          </span>
        )
      })}
    </span>
  )
}
