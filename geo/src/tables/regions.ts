/**
 * The six socio-economic regions of Decree 92/2006/NĐ-CP, as the GSO used them in 2021, from north to south.
 */
export const REGIONS = [
  { id: 'northern-uplands', vi: 'Trung du và miền núi phía Bắc', en: 'Northern midlands and mountains' },
  { id: 'red-river-delta', vi: 'Đồng bằng sông Hồng', en: 'Red River Delta' },
  { id: 'central-coast', vi: 'Bắc Trung Bộ và duyên hải miền Trung', en: 'North and South Central Coast' },
  { id: 'central-highlands', vi: 'Tây Nguyên', en: 'Central Highlands' },
  { id: 'southeast', vi: 'Đông Nam Bộ', en: 'Southeast' },
  { id: 'mekong-delta', vi: 'Đồng bằng sông Cửu Long', en: 'Mekong River Delta' },
] as const
export type RegionId = (typeof REGIONS)[number]['id']
