import type { Figure, NationState, UnitSummary } from '@mcc/contract'
import type { Formats } from '../design/format.js'
import { viewFigure, type NumberFormat } from '../figures/figure-view.js'
import type { Messages } from '../i18n/vi.js'

export interface TitleFact {
  id: string
  name: string
  figure: Figure
  format: NumberFormat
  testId: string
  /** Figures under the first, each with the words behind it. */
  subs: readonly { figure: Figure; format: NumberFormat; testId: string; word: string }[]
  note: string
}

/** The five figures below the answer, each with what it is measured against: the nation, yesterday, the plan. */
export function titleFacts(
  nation: NationState,
  unit: UnitSummary | undefined,
  m: Messages,
  f: Formats,
): TitleFact[] {
  const text = (figure: Figure, format: NumberFormat) => viewFigure(figure, format, m, f).text
  const versus = (figure: Figure, format: NumberFormat) => m.figures.versusNation(text(figure, format))
  const people = unit ?? nation
  const scope = unit ? 'unit' : 'nation'
  const share = (id: string, name: string, figure: Figure, count: Figure, whole: Figure): TitleFact => ({
    id,
    name,
    figure,
    format: f.percent,
    testId: `${scope}-${id}-share`,
    subs: [{ figure: count, format: f.short, testId: `${scope}-${id}`, word: m.units.people }],
    note: unit ? `· ${versus(whole, f.percent)}` : '',
  })
  return [
    todayFact(nation, unit, m, f),
    share('at-least-one', m.desks.five.atLeastOne, people.coverageOne, people.atLeastOne, nation.coverageOne),
    share('completed', m.desks.five.completed, people.coverageFull, people.completed, nation.coverageFull),
    {
      id: 'pace',
      name: m.desks.five.pace,
      figure: people.pace7,
      format: f.short,
      testId: `${scope}-pace`,
      subs: [],
      note: unit ? versus(nation.pace7, f.short) : planNote(nation, m, f),
    },
    aefiFact(nation, unit, m, f),
  ]
}

function todayFact(nation: NationState, unit: UnitSummary | undefined, m: Messages, f: Formats): TitleFact {
  const yesterday = unit ? unit.yesterday : nation.dosesYesterday
  return {
    id: 'today',
    name: m.desks.five.today,
    figure: unit ? unit.today : nation.dosesToday,
    format: f.signed,
    testId: unit ? 'unit-today' : 'nation-today',
    subs: [],
    note: m.figures.vsYesterday(viewFigure(yesterday, f.count, m, f).text),
  }
}

function planNote(nation: NationState, m: Messages, f: Formats): string {
  return nation.targetReachedOn === null
    ? m.figures.requiredPace(viewFigure(nation.requiredPace, f.short, m, f).text)
    : m.figures.reached(f.day(nation.targetReachedOn))
}

function aefiFact(nation: NationState, unit: UnitSummary | undefined, m: Messages, f: Formats): TitleFact {
  const { cases, serious, deaths } = nation.aefi
  const prefix = unit ? 'unit-aefi' : 'aefi'
  const seriousPart = { format: f.count, testId: `${prefix}-serious`, word: m.figures.serious }
  return {
    id: 'aefi',
    name: m.desks.five.aefi,
    figure: unit ? unit.aefi : cases,
    format: f.count,
    testId: `${prefix}-cases`,
    subs: unit
      ? [{ ...seriousPart, figure: unit.aefiSerious }]
      : [
          { ...seriousPart, figure: serious },
          { figure: deaths, format: f.count, testId: 'aefi-deaths', word: m.figures.deaths },
        ],
    note: '',
  }
}
