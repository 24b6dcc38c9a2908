import { indexOf } from '../calendar.js'
import type { Incident } from './incidents.js'

/** Bình Thuận sends nothing from 4 to 8 October 2021, and everything on the 9th. */
export const silentProvince = (): Incident => ({
  silence: { unit: '60', from: indexOf('2021-10-04'), to: indexOf('2021-10-08') },
})
