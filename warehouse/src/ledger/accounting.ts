import type { Warehouse } from '../connect.js'
import { utc } from './utc.js'

/** What became of one batch: received = stored + duplicate + superseded + quarantined. Times are epoch milliseconds. */
export interface BatchAccount {
  batch: string
  source: string
  receivedAt: number
  received: number
  stored: number
  duplicate: number
  superseded: number
  quarantined: number
}

export interface QuarantinedRecord {
  batch: string
  /** Line of the batch, from 1. */
  line: number
  source: string
  type: string
  path: string
  code: string
  message: string
  /** The record as JSON, without fields that the contract does not know and with the person already pseudonymous. */
  body: string
  receivedAt: number
}

/** Writes the accounts of batches; a batch written twice counts once. */
export async function writeAccounts(
  w: Warehouse,
  accounts: readonly BatchAccount[],
  now: number,
): Promise<void> {
  if (accounts.length === 0) return
  const values = accounts.map(({ receivedAt, ...a }) => ({
    ...a,
    received_at: utc(receivedAt),
    version: utc(now),
  }))
  await w.ch.insert({ table: 'accounting', values, format: 'JSONEachRow' })
}

/** Half a surrogate pair, sent as such or left where a text was cut, would have the engine refuse the whole insert. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')

/** Writes refused records into quarantine; the id is the batch and line, so that a repetition stays one. */
export async function writeQuarantine(
  w: Warehouse,
  records: readonly QuarantinedRecord[],
  now: number,
): Promise<void> {
  if (records.length === 0) return
  const values = records.map(({ receivedAt, ...r }) => ({
    ...r,
    type: wellFormed(r.type),
    path: wellFormed(r.path),
    message: wellFormed(r.message),
    body: wellFormed(r.body),
    id: `${r.batch}:${r.line}`,
    received_at: utc(receivedAt),
    status: 'open',
    status_by: '',
    version: utc(now),
  }))
  await w.ch.insert({ table: 'quarantine', values, format: 'JSONEachRow' })
}
