import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import './aefi.css'
import { DeskShell } from '../desk/desk-shell.js'
import { NoRecords } from '../desk/no-records.js'
import { ratesExport } from '../desk/rates-export.js'
import { ExportMenu } from '../exports/export-menu.js'
import { Tile } from '../design/tile.js'
import { Awaited } from '../design/awaited.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { hasNoRecords } from '../places/nation-facts.js'
import { CasesTile } from './cases-tile.js'
import { DaysTile } from './days-tile.js'
import { RatesTable } from './rates-table.js'

function AefiBody() {
  const speech = useSpeech()
  const { m, f } = speech
  const aefi = useTopic('aefi')
  const nation = useTopic('nation')
  if (aefi === undefined || nation === undefined) return <p className="desk-state">{m.loading}</p>
  if (hasNoRecords(nation) && (numberOf(aefi.cases) ?? 0) === 0) return <NoRecords />
  const rates = `${m.cases.rates}, ${m.nation}`
  return (
    <main className="desk-page aefi">
      <div className="desk-whole">
        <h1 className="answer">
          <span>{m.cases.question}</span>{' '}
          <span className="answer-whole">
            <FigureText figure={aefi.cases} format={f.count} quiet className="answer-figure" /> {m.cases.unit}
          </span>
        </h1>
        <p className="quiet-state">
          <FigureText figure={aefi.serious} format={f.count} /> {m.figures.serious} ·{' '}
          <FigureText figure={aefi.deaths} format={f.count} /> {m.figures.deaths} · {m.figures.today}{' '}
          <FigureText figure={aefi.today} format={f.count} />. {m.aefi.caveat}
        </p>
      </div>
      <Tile title={rates} aside={<ExportMenu table={() => ratesExport(aefi, rates, speech)} />}>
        <RatesTable aefi={aefi} />
      </Tile>
      <DaysTile aefi={aefi} today={nation.today} />
      <CasesTile />
    </main>
  )
}

/** `/aefi`: aggregates for all, the lines of one's scope; a case opens over the list, which stays where it was. */
export function AefiPage() {
  const { m } = useSpeech()
  return (
    <DeskShell title={m.desks.aefi}>
      <AefiBody />
      <Suspense fallback={<Awaited />}>
        <Outlet />
      </Suspense>
    </DeskShell>
  )
}
