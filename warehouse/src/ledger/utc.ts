/** `YYYY-MM-DD hh:mm:ss.mmm` in UTC, as the engine reads DateTime64(3), of an ISO 8601 instant or epoch milliseconds. */
export const utc = (instant: string | number): string => {
  const iso = new Date(instant).toISOString()
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`
}
