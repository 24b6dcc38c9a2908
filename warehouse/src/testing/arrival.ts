import type { AnyEvent } from '@mcc/contract'
import { incoming, type Incoming } from '../ledger/apply.js'

/** A record on its way into the ledger, beside the event it was made of. */
export type Arrival = Incoming & { event: AnyEvent }

export const arrival = (event: AnyEvent, batch: string, receivedAt: number, knownAt: number): Arrival => ({
  event,
  ...incoming(event, { batch, receivedAt, knownAt }),
})
