import type { Figure, NationState, UnitSummary } from '@mcc/contract'
import type { Formats } from '../design/format.js'
import { viewFigure, type NumberFormat } from '../figures/figure-view.js'
import type { Messages } from '../i18n/vi.js'

interface TitleFact {
  id: string
  name: string
  figure: Figure
  format: NumberFormat
  /** A second figure under the first, and the words beside it. */
  sub?: { figure: Figure; format: NumberFormat; testId?: string }
  note: string
}

/** The five figures below the answer, each with what it is measured against: the nation, yesterday, the plan. */
export function numberProps(
  nation: NationState,
  unit: UnitSummary | undefined,
  m: Messages,
  f: Formats,
): TitleFact[] {
  const text = (figure: Figure, format: NumberFormat) => viewFigure(figure, format, m, f).text
  const versus = (figure: Figure, format: NumberFormat) => m.figures.versusNation(text(figure, format))
  const yesterday = unit ? unit.yesterday : nation.dosesYesterday
  const people = unit ?? nation
  const aefi = unit ? unit.aefi : nation.aefi.cases
  const serious = unit ? unit.aefiSerious : nation.aefi.serious
  const share = (id: string, name: string, figure: Figure, count: Figure, whole: Figure): TitleFact => ({
    id: `${id}-share`,
    name,
    figure,
    format: f.percent,
    ...(unit
      ? { note: versus(whole, f.percent) }
      : { sub: { figure: count, format: f.short, testId: `nation-${id}` }, note: m.units.people }),
  })
  return [
    {
      id: 'today',
      name: m.figures.todayShort,
      figure: unit ? unit.today : nation.dosesToday,
      format: f.signed,
      note: m.figures.vsYesterday(text(yesterday, f.count)),
    },
    share('at-least-one', m.figures.atLeastOne, people.coverageOne, people.atLeastOne, nation.coverageOne),
    share('completed', m.figures.completed, people.coverageFull, people.completed, nation.coverageFull),
    {
      id: 'pace',
      name: m.figures.pace7,
      figure: people.pace7,
      format: f.short,
      note: unit
        ? versus(nation.pace7, f.short)
        : nation.targetReachedOn === null
          ? m.figures.requiredPace(text(nation.requiredPace, f.short))
          : m.figures.reached(f.day(nation.targetReachedOn)),
    },
    {
      id: 'aefi',
      name: m.figures.aefi,
      figure: aefi,
      format: f.count,
      sub: { figure: serious, format: f.count },
      note: m.figures.serious,
    },
  ]
}
