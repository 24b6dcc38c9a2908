/** One definition per indicator; tiles, legends, tables, exports and help text read it. */
export interface Indicator {
  readonly id: string
  readonly vi: string
  readonly en: string
  readonly unit: 'doses' | 'people' | 'percent' | 'doses-per-day' | 'cases' | 'per-100k'
  /** Formula in words of the field. */
  readonly definition: { readonly vi: string; readonly en: string }
  /** Class limits of maps (upper bounds, exclusive); seven classes need six. */
  readonly thresholds?: readonly number[]
}

export const INDICATORS = {
  doses: {
    id: 'doses',
    vi: 'Đã tiêm',
    en: 'Doses given',
    unit: 'doses',
    definition: {
      vi: 'Tổng số mũi tiêm đã nhập, theo nơi tiêm và ngày tiêm.',
      en: 'All doses entered, by place and day of administration.',
    },
  },
  atLeastOne: {
    id: 'atLeastOne',
    vi: 'Người tiêm ít nhất 1 mũi',
    en: 'People with at least one dose',
    unit: 'people',
    definition: { vi: 'Số mũi 1 của liều cơ bản.', en: 'First doses of the primary series.' },
  },
  completed: {
    id: 'completed',
    vi: 'Người tiêm đủ liều cơ bản',
    en: 'People with completed primary series',
    unit: 'people',
    definition: {
      vi: 'Mũi cuối của liều cơ bản theo phác đồ từng loại vắc xin (Abdala 3 mũi, Janssen 1 mũi, còn lại 2 mũi).',
      en: 'Last primary dose by each product’s schedule (Abdala three, Janssen one, the others two).',
    },
  },
  coverageOne: {
    id: 'coverageOne',
    vi: 'Tỷ lệ tiêm ít nhất 1 mũi',
    en: 'Coverage, at least one dose',
    unit: 'percent',
    thresholds: [10, 25, 40, 55, 70, 85],
    definition: {
      vi: 'Người tiêm ít nhất 1 mũi / dân số × 100; không cắt ở 100 %.',
      en: 'People with at least one dose / population × 100; never clipped at 100 %.',
    },
  },
  coverageFull: {
    id: 'coverageFull',
    vi: 'Tỷ lệ tiêm đủ liều',
    en: 'Coverage, primary series',
    unit: 'percent',
    thresholds: [10, 25, 40, 55, 70, 85],
    definition: {
      vi: 'Người tiêm đủ liều cơ bản / dân số × 100; không cắt ở 100 %.',
      en: 'People with completed primary series / population × 100; never clipped at 100 %.',
    },
  },
  utilisation: {
    id: 'utilisation',
    vi: 'Tỷ lệ sử dụng vắc xin',
    en: 'Utilisation',
    unit: 'percent',
    thresholds: [20, 40, 55, 70, 80, 90],
    definition: { vi: 'Mũi đã tiêm / liều đã nhận × 100.', en: 'Doses given / doses received × 100.' },
  },
  pace7: {
    id: 'pace7',
    vi: 'Tốc độ 7 ngày',
    en: '7-day pace',
    unit: 'doses-per-day',
    definition: {
      vi: 'Trung bình mũi tiêm mỗi ngày của 7 ngày trọn vẹn gần nhất.',
      en: 'Mean doses a day over the last seven complete days.',
    },
  },
  aefiRate: {
    id: 'aefiRate',
    vi: 'Phản ứng sau tiêm trên 100.000 mũi',
    en: 'AEFI per 100,000 doses',
    unit: 'per-100k',
    definition: {
      vi: 'Ca phản ứng sau tiêm chủng / mũi đã tiêm × 100.000.',
      en: 'AEFI cases / doses given × 100,000.',
    },
  },
} as const satisfies Record<string, Indicator>
export type IndicatorId = keyof typeof INDICATORS

/** The campaign plan of 2021: 150 million doses; 70 % of the population by the end of March 2022 (decision 3355/QĐ-BYT). */
export const CAMPAIGN_TARGET = { doses: 150_000_000, day: '2022-04-30', start: '2021-03-08' } as const
