import { RowsTable } from '../design/rows-table.js'
import { type Speech, useSpeech } from '../i18n/language.js'
import type { HeldLine } from '../rest/quarantine.js'
import { RecordDetail } from './record-detail.js'
import type { Release } from './use-release.js'

/** Reason in the page's language; a code that this page does not know as it is. */
export function codeName(code: string, { m }: Speech): string {
  const known: Readonly<Record<string, string>> = m.sourcesPage.codes
  return known[code] ?? code
}

/** Whom the store names when it released by itself. */
const AUTOMATIC = 'facility-register'
export const byName = (by: string, { m }: Speech): string =>
  by === AUTOMATIC ? m.sourcesPage.held.automatic : by

export const typeName = (type: string, { m }: Speech): string =>
  type === '' ? m.qualityPage.anyType : (m.qualityPage.eventTypes[type] ?? type)

function StatusCell({ of }: { of: HeldLine }) {
  const speech = useSpeech()
  const { m } = speech
  const what = [m.sourcesPage.statuses[of.status] ?? of.status, m.sourcesPage.outcomes[of.outcome] ?? '']
  const who = [byName(of.by, speech), of.reason].filter((part) => part !== '').join(': ')
  return (
    <>
      {what.filter((part) => part !== '').join(' · ')}
      {who !== '' && <p className="quiet-state">{who}</p>}
    </>
  )
}

/** Held records: where each stood, which field is wrong and why; one unfolds to what was kept of it. */
export function HeldTable({ lines, release }: { lines: readonly HeldLine[]; release: Release }) {
  const speech = useSpeech()
  const { m, f } = speech
  const words = m.sourcesPage.held
  return (
    <RowsTable<HeldLine>
      caption={words.title}
      rows={lines}
      keyOf={(l) => l.id}
      name={{
        head: words.reason,
        cell: (l) => codeName(l.code, speech),
      }}
      columns={[
        {
          head: words.field,
          cell: (l) => (l.path === '' ? words.wholeLine : <code className="code-cell">{l.path}</code>),
          words: true,
        },
        {
          head: words.record,
          cell: (l) => `${typeName(l.type, speech)}, ${words.line(f.count(l.line))}`,
          words: true,
        },
        { head: words.source, cell: (l) => l.source, words: true },
        { head: words.received, cell: (l) => f.moment(l.receivedAt), words: true },
        { head: words.status, cell: (l) => <StatusCell of={l} />, words: true },
      ]}
      detail={{ show: words.open, hide: words.fold, of: (l) => <RecordDetail of={l} release={release} /> }}
    />
  )
}
