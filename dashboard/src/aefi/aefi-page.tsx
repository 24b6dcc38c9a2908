import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import './aefi.css'
import { DeskShell } from '../desk/desk-shell.js'
import { Tile } from '../design/tile.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { CasesTile } from './cases-tile.js'
import { DaysTile } from './days-tile.js'
import { RatesTable } from './rates-table.js'

function AefiBody() {
  const { m, f } = useSpeech()
  const aefi = useTopic('aefi')
  const nation = useTopic('nation')
  if (aefi === undefined || nation === undefined) return <p className="desk-state">{m.loading}</p>
  return (
    <main className="aefi">
      <div className="aefi-wide">
        <h1 className="answer">
          <span>{m.cases.question}</span>{' '}
          <FigureText figure={aefi.cases} format={f.count} quiet className="answer-figure" />{' '}
          <span>{m.cases.unit}</span>
        </h1>
        <p className="quiet-state">
          <FigureText figure={aefi.serious} format={f.count} /> {m.figures.serious} ·{' '}
          <FigureText figure={aefi.deaths} format={f.count} /> {m.figures.deaths} · {m.figures.today}{' '}
          <FigureText figure={aefi.today} format={f.count} />. {m.aefi.caveat}
        </p>
      </div>
      <Tile title={`${m.cases.rates}, ${m.nation}`}>
        <RatesTable aefi={aefi} />
      </Tile>
      <DaysTile aefi={aefi} today={nation.today} />
      <CasesTile />
    </main>
  )
}

/** `/aefi`: aggregates for all, the lines of one's scope; a case opens over the list, which stays where it was. */
export function AefiPage() {
  return (
    <DeskShell>
      <AefiBody />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </DeskShell>
  )
}
