const RAD = Math.PI / 180
const EARTH_KM = 6371.0088

/** Mercator latitude in degrees: the ordinate at which a map drawn in Mercator has `lat` (degrees). */
export const mercatorOf = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2)) / RAD

/** The latitude (degrees) whose Mercator latitude is `y` degrees. */
export const latitudeOf = (y: number): number => (2 * Math.atan(Math.exp(y * RAD)) - Math.PI / 2) / RAD

export interface LonLat {
  readonly lon: number
  readonly lat: number
}

/** Great-circle distance in kilometres on the mean sphere. */
export function kilometresBetween(a: LonLat, b: LonLat): number {
  const h =
    Math.sin(((b.lat - a.lat) * RAD) / 2) ** 2 +
    Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(((b.lon - a.lon) * RAD) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}
