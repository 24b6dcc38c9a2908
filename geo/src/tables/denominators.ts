/** Whose population a rate is divided by; the id travels with every coverage figure. */
export const DENOMINATORS = {
  'portal-2021-08-05': {
    vi: 'Cổng thông tin tiêm chủng, 05/08/2021',
    en: 'Vaccination portal, 5 August 2021',
    source: 'Portal of the vaccination campaign, vaccination-statistics/all, 2021-08-05',
  },
  'gso-2021': {
    vi: 'Dân số trung bình 2021, Tổng cục Thống kê',
    en: 'Average population 2021, GSO',
    source: 'General Statistics Office, average population by province, 2021',
  },
  'census-2019': {
    vi: 'Tổng điều tra dân số 01/04/2019',
    en: 'Census of 1 April 2019',
    source: 'General Statistics Office, Population and Housing Census 2019',
  },
} as const
export type DenominatorId = keyof typeof DENOMINATORS

/** The published coverage figures stand on the portal's populations. */
export const DEFAULT_DENOMINATOR: DenominatorId = 'portal-2021-08-05'

/** A figure of a denominator that is known to be wrong; shown beside every rate that stands on it. */
export interface DenominatorFault {
  readonly denominator: DenominatorId
  readonly province: string
  /** The figure of the denominator, and the one it contradicts. */
  readonly figure: number
  readonly against: { readonly denominator: DenominatorId; readonly figure: number }
}

/** Found by comparing the portal's populations with the census; kept as published, never silently mended. */
export const DENOMINATOR_FAULTS: readonly DenominatorFault[] = [
  {
    denominator: 'portal-2021-08-05',
    province: '31',
    figure: 1_837_173,
    against: { denominator: 'census-2019', figure: 2_028_514 },
  },
  {
    denominator: 'portal-2021-08-05',
    province: '54',
    figure: 961_152,
    against: { denominator: 'census-2019', figure: 872_964 },
  },
]
