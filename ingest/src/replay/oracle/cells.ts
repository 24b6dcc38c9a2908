import {
  type AefiEvent,
  type AnyEvent,
  dayOf,
  type DoseEvent,
  type MovementEvent,
  type TallyEvent,
} from '@mcc/contract'

/** What a record counts as. Records with the same cell need no storage of their own. */
export type Cell =
  | ({ of: 'dose'; day: string } & Pick<DoseEvent, 'province' | 'product' | 'doseNo' | 'series' | 'lot'>)
  | ({ of: 'aefi'; day: string; serious: boolean; death: boolean } & Pick<
      AefiEvent,
      'province' | 'product' | 'lot' | 'stage'
    >)
  | ({ of: 'movement' } & Pick<MovementEvent, 'kind' | 'province' | 'product' | 'doses'>)
  | ({ of: 'tally' } & Pick<TallyEvent, 'province' | 'day' | 'total'>)
  | { of: 'request'; province: string; settled: boolean }
  | { of: 'other'; type: AnyEvent['type'] }
  | { of: 'void'; type: AnyEvent['type'] }

/** The cell of an event, by its own content only. Days are calendar days in Asia/Ho_Chi_Minh. */
export function cellOf(e: AnyEvent): Cell {
  if (e.op === 'void') return { of: 'void', type: e.type }
  switch (e.type) {
    case 'dose': {
      const { province, product, doseNo, series, lot } = e
      return { of: 'dose', day: dayOf(e.occurredAt), province, product, doseNo, series, lot }
    }
    case 'aefi': {
      const { province, product, lot, stage } = e
      const death = e.seriousness.includes('death')
      return {
        of: 'aefi',
        day: dayOf(e.occurredAt),
        province,
        product,
        lot,
        stage,
        serious: e.seriousness.length > 0,
        death,
      }
    }
    case 'movement':
      return { of: 'movement', kind: e.kind, province: e.province, product: e.product, doses: e.doses }
    case 'tally':
      return { of: 'tally', province: e.province, day: e.day, total: e.total }
    case 'request':
      return { of: 'request', province: e.province, settled: e.settledAt !== undefined }
    default:
      return { of: 'other', type: e.type }
  }
}
