import { allows, DAY_MS, isNumber } from '@mcc/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { usePageSearch } from '../desk/use-page-search.js'
import { SeverityMark } from '../design/status-mark.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useServerClock, useTopic } from '../live/use-live.js'
import { reportedGap } from '../places/nation-facts.js'
import { withoutReport } from '../places/rankings.js'
import { useSession } from '../rest/session.js'
import { type Finding, findingsOf, sumOf } from './books.js'
import type { Books } from './use-books.js'
import { windowText } from '../design/window-text.js'

/** Said above the tables; the rest is marked in them. */
const SAID = 6
const HOUR_MS = 3_600_000
const dayBefore = (ms: number): string => new Date(ms - DAY_MS).toISOString()

function FindingText({ of }: { of: Finding }) {
  const { m, f } = useSpeech()
  const words = m.qualityPage
  if (of.kind === 'healed') {
    const { subject, differing, at } = of.incident
    const name = words.incidents.subjects[subject] ?? subject
    return words.verdict.healed(name, f.count(differing), f.moment(at))
  }
  if (of.kind === 'unexplained') {
    const say = of.records > 0 ? words.verdict.unexplained : words.verdict.surplus
    return say(of.source, f.count(Math.abs(of.records)), windowText(of.from, of.to, m, f))
  }
  const { source, type, difference, from, to } = of.manifest
  const say = difference < 0 ? words.verdict.fewer : words.verdict.more
  const typeName = words.eventTypes[type] ?? type
  return say(source, f.count(Math.abs(difference)), typeName, windowText(from, to, m, f))
}

const keyOf = (of: Finding): string =>
  of.kind === 'unexplained'
    ? `${of.source} ${of.from}`
    : of.kind === 'manifest'
      ? `${of.manifest.source} ${of.manifest.type} ${of.manifest.from} ${of.manifest.to}`
      : of.incident.id

function Line({ severity, children }: { severity: 'critical' | 'high' | 'medium'; children: ReactNode }) {
  return (
    <li>
      <SeverityMark severity={severity} /> <span>{children}</span>
    </li>
  )
}

/** Held records and units without a bulletin: work that waits, not a fault of the books. */
function Waiting() {
  const { m, f } = useSpeech()
  const { caller } = useSession()
  const [search] = usePageSearch()
  const system = useTopic('system')
  const nation = useTopic('nation')
  const held = numberOf(system?.quarantineOpen) ?? 0
  const silent = nation === undefined ? 0 : withoutReport(nation.units)
  return (
    <>
      {held > 0 && (
        <Line severity="medium">
          {m.qualityPage.verdict.held(f.count(held))}
          {allows(caller, 'administration') && (
            <>
              {' · '}
              <Link to="/sources" search={search} className="link">
                {m.qualityPage.verdict.heldLink}
              </Link>
            </>
          )}
        </Line>
      )}
      {silent > 0 && <Line severity="medium">{m.qualityPage.verdict.noReport(f.count(silent))}</Line>}
    </>
  )
}

const severityOf = (of: Finding): 'critical' | 'high' => (of.kind === 'unexplained' ? 'critical' : 'high')

function Findings({ all }: { all: readonly Finding[] }) {
  const { m, f } = useSpeech()
  return (
    <ul className="quality-findings" aria-label={m.qualityPage.verdict.findings}>
      {all.slice(0, SAID).map((one) => (
        <Line key={keyOf(one)} severity={severityOf(one)}>
          <FindingText of={one} />
        </Line>
      ))}
      {all.length > SAID && <li>{m.qualityPage.verdict.more2(f.count(all.length - SAID))}</li>}
      <Waiting />
    </ul>
  )
}

function Present({ books: { span, books, healed } }: { books: Books }) {
  const { m, f } = useSpeech()
  const words = m.qualityPage
  const read = books.value
  const clock = useServerClock()
  const hour = clock === undefined ? undefined : Math.floor(clock / HOUR_MS) * HOUR_MS
  if (read === undefined) return <h1 className="answer">{words.page}</h1>
  const { received } = sumOf(read.hours)
  const off = read.hours.reduce((n, h) => n + Math.abs(h.unexplained), 0)
  const incidents = healed.value?.incidents ?? []
  const found = findingsOf({ ...read, incidents }, hour === undefined ? read.from : dayBefore(hour))
  if (received === 0 && off === 0)
    return (
      <>
        <h1 className="answer">{words.verdict.nothing(words.spans[span])}</h1>
        <Findings all={found} />
      </>
    )
  return (
    <>
      <h1 className="answer" data-testid="books-verdict" data-value={off}>
        <span>{words.verdict.received(words.spans[span])}</span>{' '}
        <span className="answer-whole">
          <FigureText
            figure={received}
            format={f.count}
            quiet
            className="answer-figure"
            testId="books-received"
          />{' '}
          {words.records},
        </span>{' '}
        <strong className={off === 0 ? 'quality-good' : 'serious'}>
          {off === 0 ? `✓ ${words.verdict.balanced}` : `▲ ${words.verdict.off(f.count(off))}`}
        </strong>
      </h1>
      {found.length === 0 && <p className="quiet-state">{words.verdict.noFindings}</p>}
      <Findings all={found} />
    </>
  )
}

/** At a past moment the machine's books are not known; what the two ledgers said then is. */
function Past() {
  const { m, f } = useSpeech()
  const words = m.qualityPage.verdict
  const nation = useTopic('nation')
  const gap = nation && reportedGap({ doses: nation.doses, reported: nation.reported.doses })
  if (!isNumber(gap)) return <h1 className="answer">{words.past}</h1>
  return (
    <h1 className="answer">
      <span>{gap < 0 ? words.pastLess : words.pastMore}</span>{' '}
      <FigureText figure={Math.abs(gap)} format={f.count} className="answer-figure" />{' '}
      <span>{m.units.doses}</span>
    </h1>
  )
}

/** The state of the data in a sentence, and what needs explaining under it. */
export function Verdict({ books }: { books: Books }) {
  return <div className="desk-whole">{books.past ? <Past /> : <Present books={books} />}</div>
}
