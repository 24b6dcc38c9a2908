import { ReadPart } from '../design/read-part.js'
import { useSpeech } from '../i18n/language.js'
import { heldRecord, heldRecordPath, type HeldLine } from '../rest/quarantine.js'
import { useRead } from '../rest/use-read.js'
import { SettleForm } from './settle-form.js'
import type { Release } from './use-release.js'

/** JSON as people read it; text that is none (cut off, or never JSON) as it is. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2)
  } catch {
    return body
  }
}

/** What was kept of a record, and what can be done with it while it is open. */
export function RecordDetail({ of, release }: { of: HeldLine; release: Release }) {
  const { m } = useSpeech()
  const words = m.sourcesPage
  const read = useRead(heldRecord, heldRecordPath(of.id))
  const which = { ids: [of.id] }
  return (
    <div className="record-detail">
      <p className="table-signs">
        {words.held.batch} <code className="code-cell">{of.batch}</code>. {words.held.bodyNote}
      </p>
      <ReadPart of={read}>
        {({ body }) =>
          body === '' ? (
            <p className="quiet-state">{words.held.noBody}</p>
          ) : (
            <pre className="record-body" tabIndex={0} aria-label={words.held.body}>
              {pretty(body)}
            </pre>
          )
        }
      </ReadPart>
      {of.status === 'open' && (
        <div className="settles">
          <SettleForm
            what="release"
            which={which}
            records={1}
            label={words.act.releaseOne}
            release={release}
          />
          <SettleForm
            what="discard"
            which={which}
            records={1}
            label={words.act.discardOne}
            release={release}
          />
        </div>
      )}
    </div>
  )
}
