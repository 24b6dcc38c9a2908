/**
 * Reports of adverse events per 100,000 doses, all and serious, by product in the order of `PRODUCT_ORDER`.
 * Source: WPSAR 2023;14(2), Table 4 (Western Pacific Region, 1 March 2021 – 31 March 2022). Abdala has no published
 * figure there: the rates of Sinopharm, the nearest in kind reported, stand in.
 */
export const AEFI_RATES = [
  { all: 333.9, serious: 13.5 },
  { all: 71.3, serious: 3.0 },
  { all: 46.3, serious: 0.6 },
  { all: 107.7, serious: 5.9 },
  { all: 187.7, serious: 4.2 },
  { all: 128.1, serious: 10.7 },
  { all: 46.3, serious: 0.6 },
] as const

/** Common reactions, the usual ones first; terms as in WHO's list of symptoms. */
export const COMMON_REACTIONS = [
  'Injection site pain',
  'Fever',
  'Headache',
  'Fatigue',
  'Myalgia',
  'Chills',
  'Nausea',
  'Dizziness',
  'Rash',
  'Lymphadenopathy',
] as const

/** Serious events: term, days to onset at most, and the share among serious reports. Shares are assumptions. */
export const SERIOUS_REACTIONS = [
  { term: 'Anaphylaxis', within: 0, share: 0.35 },
  { term: 'Syncope', within: 0, share: 0.12 },
  { term: 'Myocarditis', within: 5, share: 0.08 },
  { term: 'Thrombosis with thrombocytopenia', within: 18, share: 0.05 },
  { term: 'Convulsion', within: 2, share: 0.1 },
  { term: 'Stroke', within: 20, share: 0.1 },
  { term: 'Hypertensive crisis', within: 1, share: 0.2 },
] as const
