import { indexOf } from '../calendar.js'
import { PRODUCT_ORDER } from '../plan/slots.js'
import type { Ground, Incident } from './incidents.js'

const PRODUCT = PRODUCT_ORDER.indexOf('astrazeneca')
const RECEIVED_FROM = indexOf('2021-08-15')
const FACTOR = 8

/** One AstraZeneca lot of late August 2021 with eight times the usual reports, in all provinces that got it. */
export function hotLot(ground: Ground): Incident {
  const lot = ground.supply.lots.find((l) => l.product === PRODUCT && l.received >= RECEIVED_FROM)
  return { aefiFactor: (id) => (id === lot?.id ? FACTOR : 1) }
}
