/** A wall with nothing to show says why, in a few large lines. */
export function WallMessage({ lines }: { lines: readonly (string | undefined)[] }) {
  const [title, ...rest] = lines
  return (
    <main className="wall-message">
      <h1>{title}</h1>
      {rest.map((line) => line !== undefined && <p key={line}>{line}</p>)}
    </main>
  )
}
