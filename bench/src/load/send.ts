import { httpTransport, Sender } from '@mcc/ingest'
import type { Services } from '../machine/machine.js'
import type { DoseBatch } from './batches.js'

/** Posts batches as fast as the gateway takes them; resolves when the last one is accepted. Honours 429 and 503. */
export async function sendAll(
  services: Services,
  batches: Iterable<DoseBatch> | AsyncIterable<DoseBatch>,
  inFlight: number,
  taken: (batch: DoseBatch) => void = () => undefined,
): Promise<void> {
  const transport = httpTransport(new URL(`${services.gateway}/v1/events`), inFlight)
  const sender = new Sender<DoseBatch, number>({
    transport,
    key: services.key,
    inFlight,
    onTaken: (batch, receipt) => {
      if (receipt.rejected.length > 0)
        throw new Error(`the gateway refused a line: ${JSON.stringify(receipt.rejected[0])}`)
      taken(batch)
    },
  })
  try {
    await sender.send(batches)
  } finally {
    transport.close()
  }
}
