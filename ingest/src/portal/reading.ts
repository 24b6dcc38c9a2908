import type { ProvinceCode, TallyEvent } from '@mcc/contract'

/** The figures of a tally: cumulative counts; one that is absent is unknown, never 0. */
export type TallyFigures = Pick<
  TallyEvent,
  | 'dose1'
  | 'dose2'
  | 'dose3'
  | 'total'
  | 'allocatedPlanned'
  | 'allocatedReceived'
  | 'population'
  | 'population18'
  | 'points'
>

/** What the portal says of one province at the end of one day (`YYYY-MM-DD`, Asia/Ho_Chi_Minh). */
export interface PortalReading {
  day: string
  province: ProvinceCode
  /** As published, for showing only: names differ between sources and are never joined on. */
  name: string
  figures: TallyFigures
}

/** Input that does not have the portal's shape; the message names file, row and field. */
export class PortalShapeError extends Error {
  override name = 'PortalShapeError'
}
