/** A share of 100 as a bar; beyond 100 it stays full (the number beside it says more). `mark` is a target. */
export function Bar({
  value,
  mark,
  reached = false,
}: {
  value: number | undefined
  mark?: number
  reached?: boolean
}) {
  const width = Math.min(100, Math.max(0, value ?? 0))
  return (
    <div className="bar" aria-hidden="true">
      <div className={`bar-fill ${reached ? 'bar-reached' : ''}`} style={{ width: `${width}%` }} />
      {mark !== undefined && <div className="bar-mark" style={{ left: `${mark}%` }} />}
    </div>
  )
}
