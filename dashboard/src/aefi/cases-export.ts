import { productOf } from '@mcc/contract'
import { placeColumns, productColumns } from '../exports/columns.js'
import type { ExportColumn, ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import { reactionName } from '../i18n/reactions.js'
import { unitName } from '../places/unit-names.js'
import type { AefiCase, CaseFilter } from '../rest/aefi-cases.js'

type Row = AefiCase & { code: string }
type Column = ExportColumn<Row>

const text = (id: string, name: string, of: Column['of']): Column => ({ id, name, kind: 'text', of })
const instant = (id: string, name: string, of: Column['of']): Column => ({ id, name, kind: 'instant', of })
const number = (id: string, name: string, of: Column['of']): Column => ({ id, name, kind: 'number', of })

function columnsOf(speech: Speech): Column[] {
  const { m, f, language } = speech
  const words = m.cases
  const reactions = (terms: readonly string[]) => terms.map((term) => reactionName(term, language)).join('; ')
  return [
    text('case', words.id, (row) => row.id),
    instant('notified_at', words.notified, (row) => row.notifiedAt),
    ...placeColumns<Row>(
      (row) => row.code,
      words.place,
      (row) => unitName(row.code, language),
      speech,
    ),
    text('facility', words.facility, (row) => row.facility),
    ...productColumns<Row>(speech),
    text('lot', words.lot, (row) => row.lot),
    number('dose_no', words.doseNo, (row) => row.doseNo),
    text('sex', words.sexHead, (row) => words.sex[row.sex] ?? row.sex),
    number('birth_year', words.born, (row) => row.birthYear),
    instant('vaccinated_at', words.vaccinated, (row) => row.vaccinatedAt),
    instant('onset_at', words.onset, (row) => row.onsetAt),
    text('reactions', words.reactions, (row) => reactions(row.reactions)),
    text('seriousness', words.criteria, (row) => row.seriousness.map((one) => words.serious[one]).join('; ')),
    text('severity', words.severityHead, (row) => words.severity[row.severity] ?? row.severity),
    text('stage', words.stageHead, (row) => words.stage[row.stage]),
    text('outcome', words.outcomeHead, (row) => m.outcome[row.outcome]),
    text('causality', words.causality, (row) =>
      row.causality.map((one) => `${reactions([one.reaction])}: ${one.class}`).join('; '),
    ),
    text('anaphylaxis', words.grades, (row) =>
      row.grades.map((one) => words.grade(f.count(one.grade), f.moment(one.at))).join('; '),
    ),
  ]
}

/** What narrows the cases, in the words of the page. */
function filtersOf(filter: CaseFilter, { m, f, language }: Speech): (readonly [string, string])[] {
  const words = m.cases
  const { province, product, serious, stage, from, to, q } = filter
  const said: (readonly [string, string | undefined])[] = [
    [words.where, province && unitName(province, language)],
    [m.aefi.product, product && productOf(product).short],
    [words.seriousness, serious && (serious === 'yes' ? words.seriousOnly : words.notSeriousOnly)],
    [words.stageHead, stage && words.stage[stage]],
    [words.from, from && f.day(from)],
    [words.to, to && f.day(to)],
    [words.search, q],
  ]
  return said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}

/** Cases line by line in the order given: lines of persons, which the file says. */
export function casesExport(
  cases: readonly AefiCase[],
  filter: CaseFilter,
  speech: Speech,
): ExportTable<Row> {
  const { m } = speech
  return {
    title: m.cases.list,
    file: m.exports.files.cases,
    columns: columnsOf(speech),
    rows: cases.map((one) => ({ ...one, code: one.unit })),
    filters: filtersOf(filter, speech),
    note: m.exports.personal,
  }
}

/** One case as a file of one line, named by its number. */
export function caseExport(one: AefiCase, speech: Speech): ExportTable<Row> {
  const { m } = speech
  const name = one.id.replace(/[^\w.-]+/g, '-')
  return {
    ...casesExport([one], {}, speech),
    title: m.cases.caseTitle(one.id),
    file: `${m.exports.files.cases}-${name}`,
  }
}
