import { ReadPart } from '../../design/read-part.js'
import { type RowColumn, RowsTable } from '../../design/rows-table.js'
import { useHeir } from '../../design/use-heir.js'
import { ExportMenu } from '../../exports/export-menu.js'
import { useSpeech, type Speech } from '../../i18n/language.js'
import type { AuditPage, AuditRecord } from '../../rest/audit.js'
import { refusalText } from '../refusal-text.js'
import { auditExport } from './audit-export.js'
import { AuditFilterSentence } from './audit-filter.js'
import { Chain } from './chain.js'
import { actionText, detailText, roleText, scopeText } from './record-words.js'
import { useAudit } from './use-audit.js'
import { useAuditSearch } from './use-audit-search.js'

function columnsOf(speech: Speech): RowColumn<AuditRecord>[] {
  const { m, f } = speech
  const words = m.administration
  return [
    {
      head: words.who,
      words: true,
      cell: (r) => (
        <>
          {r.who}
          <br />
          <span className="quiet-state">
            {roleText(r.role, speech)}, {scopeText(r.scope, speech)}
          </span>
        </>
      ),
    },
    { head: words.did, cell: (r) => actionText(r.action, speech), words: true },
    { head: words.detail, cell: (r) => detailText(r, speech), words: true },
    { head: words.rows, cell: (r) => f.count(r.rows) },
    {
      head: words.outcome,
      words: true,
      cell: (r) => (
        <span className={`audit-short ${r.outcome === 'denied' ? 'admin-soon' : ''}`}>
          {r.outcome === 'denied' && <span aria-hidden="true">◆ </span>}
          {words.outcomes[r.outcome]}
        </span>
      ),
    },
  ]
}

type List = ReturnType<typeof useAudit>

function Foot({ page, list, press }: { page: AuditPage; list: List; press: () => void }) {
  const { m, f } = useSpeech()
  const words = m.administration
  const shown = f.count(page.records.length)
  const pressed = (act: () => void) => () => {
    press()
    act()
  }
  if (list.behind) return <p className="quiet-state">{m.loading}</p>
  if (page.whole?.records === 0) return null
  if (page.records.length === 0) return <p className="quiet-state">{words.noRecord}</p>
  if (page.next === null) return <p className="quiet-state">{words.allRecords(shown)}</p>
  return (
    <p className="quiet-state admin-acts">
      <span>{words.someRecords(shown)}</span>
      <button type="button" className="link" onClick={pressed(list.more)}>
        {words.more}
      </button>
      <button type="button" className="link" onClick={pressed(list.all)}>
        {words.all}
      </button>
    </p>
  )
}

function Records({ page, list }: { page: AuditPage; list: List }) {
  const speech = useSpeech()
  const words = speech.m.administration
  const search = useAuditSearch()
  const { heir, press } = useHeir()
  return (
    <>
      {page.whole && <Chain whole={page.whole} at={page.at} />}
      <AuditFilterSentence people={page.whole?.people ?? []} actions={page.whole?.actions ?? []} />
      <p className="admin-acts">
        <button type="button" className="link" onClick={list.reload}>
          {words.reload}
        </button>
        {page.records.length > 0 && (
          <ExportMenu table={() => auditExport(page.records, search, speech)} readAt={page.at} />
        )}
      </p>
      {page.records.length > 0 && (
        <RowsTable
          caption={words.parts.audit}
          page={Infinity}
          rows={page.records}
          keyOf={(r) => String(r.seq)}
          name={{
            head: words.when,
            cell: (r) => (
              <span className="audit-at">
                <span className="audit-short">{speech.f.moment(r.at)}</span>
                <br />

                <span className="quiet-state">{words.number(speech.f.count(r.seq))}</span>
              </span>
            ),
          }}
          columns={columnsOf(speech)}
        />
      )}
      <div ref={heir} tabIndex={-1}>
        <Foot page={page} list={list} press={press} />
      </div>
    </>
  )
}

/** Who looked at lines of persons and who changed what; and whether nobody altered the record of it. */
export function AuditPart() {
  const { m } = useSpeech()
  const { who, action, from, to } = useAuditSearch()
  const list = useAudit({ who, action, from, to })
  return (
    <>
      <p className="admin-head">{m.administration.auditAbout}</p>
      <ReadPart of={list} failed={(of) => refusalText(of, m)}>
        {(page) => <Records page={page} list={list} />}
      </ReadPart>
    </>
  )
}
