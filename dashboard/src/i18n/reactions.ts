import type { Language } from './language.js'

/** Vietnamese names of the reactions most often reported; terms as in WHO's and MedDRA's lists. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  'injection site pain': 'đau chỗ tiêm',
  fever: 'sốt',
  headache: 'đau đầu',
  fatigue: 'mệt mỏi',
  myalgia: 'đau cơ',
  chills: 'ớn lạnh',
  nausea: 'buồn nôn',
  dizziness: 'chóng mặt',
  rash: 'phát ban',
  lymphadenopathy: 'sưng hạch',
  anaphylaxis: 'phản vệ',
  syncope: 'ngất',
  myocarditis: 'viêm cơ tim',
  'thrombosis with thrombocytopenia': 'huyết khối kèm giảm tiểu cầu',
  convulsion: 'co giật',
  stroke: 'đột quỵ',
  'hypertensive crisis': 'cơn tăng huyết áp',
}

/** A reaction in the page's language; a term without a known name stays as its source wrote it. */
export const reactionName = (term: string, language: Language): string =>
  language === 'vi' ? (VIETNAMESE[term.toLowerCase()] ?? term) : term
