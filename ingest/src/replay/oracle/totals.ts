import { completesPrimary } from '@mcc/contract'
import type { Cell } from './cells.js'

/** What a unit or product has of doses and persons. */
interface DoseTotals {
  doses: number
  /** First primary doses. */
  atLeastOne: number
  /** Last primary doses by each product's schedule. */
  completed: number
  additional: number
  booster: number
}
interface AefiTotals {
  cases: number
  serious: number
  deaths: number
}
/** `received` − `used` = `left`. A unit receives what arrives there, the nation what comes from abroad. */
interface StockTotals {
  received: number
  used: number
  left: number
}

/** Totals of the last revisions. Keys: unit codes, product ids, days (`YYYY-MM-DD`), `|` between parts. */
interface Summary {
  nation: DoseTotals
  units: Record<string, DoseTotals>
  /** Doses by day of administration. */
  days: Record<string, number>
  /** Doses by `province|product|doseNo|series|day`. */
  cells: Record<string, number>
  lots: Record<string, number>
  /** Stock of the nation by product. */
  products: Record<string, StockTotals>
  /** Stock by `unit|product`. */
  unitProducts: Record<string, StockTotals>
  aefi: AefiTotals
  aefiByProduct: Record<string, AefiTotals>
  aefiByUnit: Record<string, AefiTotals>
  /** Newest bulletin of every unit: cumulative doses reported, and its day. */
  reported: Record<string, { day: string; total: number }>
  requests: { opened: number; settled: number }
  /** Records by type that are not void. */
  recordsByType: Record<string, number>
  voided: number
}
export interface OracleTotals extends Summary {
  /** Events acknowledged, duplicates included. */
  acknowledged: number
  /** Different records among them. */
  records: number
}

const emptyDoses = (): DoseTotals => ({ doses: 0, atLeastOne: 0, completed: 0, additional: 0, booster: 0 })
const emptyAefi = (): AefiTotals => ({ cases: 0, serious: 0, deaths: 0 })
const emptyStock = (): StockTotals => ({ received: 0, used: 0, left: 0 })
const at = <T>(map: Record<string, T>, key: string, make: () => T): T => (map[key] ??= make())
const add = (map: Record<string, number>, key: string, n: number): void => {
  map[key] = (map[key] ?? 0) + n
}

type Of<K extends Cell['of']> = Extract<Cell, { of: K }>

function addDoses(total: DoseTotals, cell: Of<'dose'>, n: number): void {
  total.doses += n
  if (cell.series !== 'primary') total[cell.series] += n
  else {
    if (cell.doseNo === 1) total.atLeastOne += n
    if (completesPrimary(cell.product, cell.doseNo)) total.completed += n
  }
}

function countDose(sum: Summary, cell: Of<'dose'>, n: number): void {
  const { province, product, doseNo, series, day, lot } = cell
  addDoses(sum.nation, cell, n)
  addDoses(at(sum.units, province, emptyDoses), cell, n)
  add(sum.days, day, n)
  add(sum.cells, `${province}|${product}|${doseNo}|${series}|${day}`, n)
  add(sum.lots, lot, n)
  addStock(at(sum.products, product, emptyStock), 0, n)
  addStock(at(sum.unitProducts, `${province}|${product}`, emptyStock), 0, n)
}

function addStock(total: StockTotals, received: number, used: number): void {
  total.received += received
  total.used += used
  total.left += received - used
}

function countMovement(sum: Summary, { kind, province, product, doses }: Of<'movement'>, n: number): void {
  if (kind === 'receive') addStock(at(sum.products, product, emptyStock), doses * n, 0)
  if (kind === 'arrive') addStock(at(sum.unitProducts, `${province}|${product}`, emptyStock), doses * n, 0)
}

function countCase(sum: Summary, cell: Of<'aefi'>, n: number): void {
  if (cell.stage === 'duplicate' || cell.stage === 'invalid') return
  for (const total of [
    sum.aefi,
    at(sum.aefiByProduct, cell.product, emptyAefi),
    at(sum.aefiByUnit, cell.province, emptyAefi),
  ]) {
    total.cases += n
    if (cell.serious) total.serious += n
    if (cell.death) total.deaths += n
  }
}

function countTally(sum: Summary, cell: Of<'tally'>): void {
  if (cell.total === undefined) return
  const known = sum.reported[cell.province]
  if (!known || known.day < cell.day) sum.reported[cell.province] = { day: cell.day, total: cell.total }
}

/** Adds up cells and how many records each holds. */
export function sumUp(counted: Iterable<readonly [cell: Cell, records: number]>): Summary {
  const sum: Summary = {
    nation: emptyDoses(),
    units: {},
    days: {},
    cells: {},
    lots: {},
    products: {},
    unitProducts: {},
    aefi: emptyAefi(),
    aefiByProduct: {},
    aefiByUnit: {},
    reported: {},
    requests: { opened: 0, settled: 0 },
    recordsByType: {},
    voided: 0,
  }
  for (const [cell, n] of counted) {
    if (cell.of === 'void') {
      sum.voided += n
      continue
    }
    add(sum.recordsByType, cell.of === 'other' ? cell.type : cell.of, n)
    if (cell.of === 'dose') countDose(sum, cell, n)
    if (cell.of === 'aefi') countCase(sum, cell, n)
    if (cell.of === 'tally') countTally(sum, cell)
    if (cell.of === 'movement') countMovement(sum, cell, n)
    if (cell.of === 'request') {
      sum.requests.opened += n
      if (cell.settled) sum.requests.settled += n
    }
  }
  return sum
}
