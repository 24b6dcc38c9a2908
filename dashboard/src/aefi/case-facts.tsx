import { productOf } from '@mcc/contract'
import type { ReactNode } from 'react'
import { useSpeech } from '../i18n/language.js'
import { reactionName } from '../i18n/reactions.js'
import { unitName } from '../places/unit-names.js'
import type { AefiCase } from '../rest/aefi-cases.js'

const HOUR_MS = 3_600_000
/** From here on the time to onset is told in days. */
const DAYS_FROM_HOURS = 72

function OnsetAfter({ of }: { of: AefiCase }) {
  const { m, f } = useSpeech()
  const hours = Math.floor((Date.parse(of.onsetAt) - Date.parse(of.vaccinatedAt)) / HOUR_MS)
  if (hours < 0) return m.cases.onsetBefore
  const age =
    hours < DAYS_FROM_HOURS ? m.cases.hours(f.count(hours)) : m.cases.days(f.count(Math.floor(hours / 24)))
  return m.cases.onsetAfter(age)
}

function Grades({ of }: { of: AefiCase }) {
  const { m, f } = useSpeech()
  if (of.grades.length > 0)
    return of.grades.map((g) => m.cases.grade(f.count(g.grade), f.moment(g.at))).join(' · ')
  return of.reactions.some((term) => term.toLowerCase().includes('anaphyla'))
    ? m.cases.noGrade
    : m.cases.notAnaphylaxis
}

function Causality({ of }: { of: AefiCase }) {
  const { m, language } = useSpeech()
  if (of.causality.length === 0) return m.cases.notAssessed
  return (
    <ul>
      {of.causality.map((one) => (
        <li key={`${one.reaction} ${one.product}`}>
          {reactionName(one.reaction, language)}: {one.class}, {m.cases.classes[one.class]}
        </li>
      ))}
    </ul>
  )
}

/** All that is known of a case, and in words what is not; nothing is laid to the vaccine before it was assessed. */
export function CaseFacts({ of }: { of: AefiCase }) {
  const { m, f, language } = useSpeech()
  const words = m.cases
  const criteria = of.seriousness.map((one) => words.serious[one]).join(', ')
  const facts: [string, ReactNode][] = [
    [words.reactions, of.reactions.map((term) => reactionName(term, language)).join(', ')],
    [words.criteria, criteria || words.noCriterion],
    [words.severityHead, words.severity[of.severity] ?? of.severity],
    [words.outcomeHead, m.outcome[of.outcome]],
    [words.stageHead, words.stage[of.stage]],
    [words.causality, <Causality key="causality" of={of} />],
    [words.grades, <Grades key="grades" of={of} />],
    [words.productLot, `${productOf(of.product).short}, ${m.aefiList.doseNo(of.doseNo)}, ${m.lot} ${of.lot}`],
    [words.place, unitName(of.unit, language)],
    [words.facility, of.facility],
    [words.vaccinated, f.moment(of.vaccinatedAt)],
    [
      words.onset,
      <span key="onset">
        {f.moment(of.onsetAt)} · <OnsetAfter of={of} />
      </span>,
    ],
    [words.notified, f.moment(of.notifiedAt)],
    [words.person, words.personWords(words.sex[of.sex] ?? words.sex['unknown'] ?? '', String(of.birthYear))],
  ]
  return (
    <dl className="case-facts">
      {facts.map(([name, value]) => (
        <div key={name} className="case-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
