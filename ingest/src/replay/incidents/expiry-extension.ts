import { indexOf, isoAt } from '../calendar.js'
import { AT } from '../emit/clock.js'
import { lotRecord } from '../emit/supply.js'
import { PRODUCT_ORDER } from '../plan/slots.js'
import type { Ground, Incident } from './incidents.js'

const PRODUCT = PRODUCT_ORDER.indexOf('pfizer')
const NAMES = ['124001', '123002']
const LABEL = indexOf('2021-11-30')
const ANNOUNCED = indexOf('2021-11-29')
const EXTENDED = '2022-02-28'
const DOCUMENT =
  'Thư của Cục Quản lý Dược 22/10/2021; thư của Viện Vệ sinh dịch tễ Trung ương 29/11/2021 (6 → 9 tháng ở −90…−60 °C)'

/** Pfizer lots 124001 and 123002: expiry moved from 30 November 2021 to 28 February 2022 by letter. */
export function expiryExtension(ground: Ground): Incident {
  const lots = ground.supply.lots
    .filter((l) => l.product === PRODUCT && l.received < ANNOUNCED && l.lastUse > LABEL)
    .slice(-NAMES.length)
  lots.forEach((lot, i) => {
    lot.id = NAMES[i]!
    lot.expiry = LABEL
  })
  return {
    on: (world, day) => {
      if (day !== Math.max(ANNOUNCED, world.from)) return []
      const at = isoAt(day, AT.sessions)
      return lots.map((lot) => ({
        second: AT.sessions,
        event: {
          ...lotRecord(lot, at),
          rev: 2,
          occurredAt: isoAt(ANNOUNCED, AT.sessions),
          expiry: EXTENDED,
          document: DOCUMENT,
        },
      }))
    },
  }
}
