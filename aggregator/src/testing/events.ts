import type { AefiEvent, DoseEvent, FacilityEvent, ProvinceCode } from '@mcc/contract'

const common = {
  op: 'upsert',
  source: 'test',
  rev: 1,
  person: 'p',
  product: 'pfizer',
  lot: 'L1',
  doseNo: 1,
  facility: 'F1',
} as const

export const dose = (id: string, province: ProvinceCode, at: string): DoseEvent => ({
  ...common,
  type: 'dose',
  id,
  province,
  occurredAt: at,
  recordedAt: at,
  sex: 'female',
  birthYear: 1980,
  priorityGroup: 15,
  series: 'primary',
  verification: 'unverified',
})

export const aefiCase = (id: string, province: ProvinceCode, at: string): AefiEvent => ({
  ...common,
  type: 'aefi',
  id,
  province,
  occurredAt: at,
  recordedAt: at,
  vaccinatedAt: at,
  notifiedAt: at,
  sex: 'male',
  birthYear: 1970,
  reactions: ['fever'],
  seriousness: ['hospitalisation'],
  severity: 'moderate',
  outcome: 'recovered',
  stage: 'notified',
})

export const facility = (id: string, province: ProvinceCode, at: string): FacilityEvent => ({
  type: 'facility',
  op: 'upsert',
  source: 'test',
  rev: 1,
  id,
  province,
  occurredAt: at,
  recordedAt: at,
  name: 'Trạm y tế Điện Biên',
  district: '001',
  kind: 'commune-station',
  lat: 21.03,
  lon: 105.84,
  capacityPerDay: 200,
  open: true,
})
