import { z } from 'zod'
import { quick } from '../quick.js'

export interface Product {
  readonly id: string
  readonly name: string
  /** Short label for charts and tables. */
  readonly short: string
  /** Doses of the primary series ("đủ liều cơ bản"). */
  readonly primaryDoses: 1 | 2 | 3
  /** Usual days between primary doses, as at the start of the campaign; official letters change them. */
  readonly intervalDays: number
  /** Conditional approval in Viet Nam, `YYYY-MM-DD`. Source: Ministry of Health decisions as listed on Wikipedia. */
  readonly approvedOn: string
  /** Okabe–Ito colour, fixed for ever. */
  readonly colour: string
}

export const PRODUCTS = [
  {
    id: 'astrazeneca',
    name: 'AstraZeneca (AZD1222)',
    short: 'AstraZeneca',
    primaryDoses: 2,
    intervalDays: 84,
    approvedOn: '2021-01-30',
    colour: '#E69F00',
  },
  {
    id: 'sputnik-v',
    name: 'Sputnik V (Gam-COVID-Vac)',
    short: 'Sputnik V',
    primaryDoses: 2,
    intervalDays: 21,
    approvedOn: '2021-03-23',
    colour: '#F0E442',
  },
  {
    id: 'vero-cell',
    name: 'Vero Cell (Sinopharm)',
    short: 'Vero Cell',
    primaryDoses: 2,
    intervalDays: 28,
    approvedOn: '2021-06-04',
    colour: '#009E73',
  },
  {
    id: 'pfizer',
    name: 'Pfizer–BioNTech (Comirnaty)',
    short: 'Pfizer',
    primaryDoses: 2,
    intervalDays: 21,
    approvedOn: '2021-06-12',
    colour: '#56B4E9',
  },
  {
    id: 'moderna',
    name: 'Moderna (Spikevax)',
    short: 'Moderna',
    primaryDoses: 2,
    intervalDays: 28,
    approvedOn: '2021-06-29',
    colour: '#D55E00',
  },
  {
    id: 'janssen',
    name: 'Janssen (Ad26.COV2.S)',
    short: 'Janssen',
    primaryDoses: 1,
    intervalDays: 0,
    approvedOn: '2021-07-15',
    colour: '#999999',
  },
  {
    id: 'abdala',
    name: 'Abdala (CIGB-66)',
    short: 'Abdala',
    primaryDoses: 3,
    intervalDays: 14,
    approvedOn: '2021-09-18',
    colour: '#CC79A7',
  },
] as const satisfies readonly Product[]

export type ProductId = (typeof PRODUCTS)[number]['id']
const byId: ReadonlyMap<unknown, Product> = new Map(PRODUCTS.map((p) => [p.id, p]))
export const isProductId = (id: unknown): id is ProductId => byId.has(id)
export const productOf = (id: ProductId): Product => byId.get(id)!

export const productId = quick(
  z
    .string()
    .max(64)
    .refine(isProductId, {
      message: 'not one of the approved products',
      params: { code: 'unknown_product' },
    }),
  isProductId,
)

/**
 * Does a primary dose of `product` with number `doseNo` complete the primary series ("đủ liều cơ bản")?
 * Abdala needs three doses, Janssen one, the others and their mixes two.
 */
export const completesPrimary = (product: ProductId, doseNo: number): boolean =>
  doseNo === productOf(product).primaryDoses
