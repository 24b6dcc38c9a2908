/** The day that a person wrote as `24/11/2021`, as `YYYY-MM-DD`; undefined when there is no such day. */
export function writtenDay(text: string): string | undefined {
  const parts = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text)
  if (!parts) return undefined
  const [day, month] = parts.slice(1, 3).map((p) => p.padStart(2, '0'))
  const written = `${parts[3]}-${month}-${day}`
  const ms = Date.parse(written)
  // 31 February would be taken for March
  return Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(written) ? undefined : written
}
