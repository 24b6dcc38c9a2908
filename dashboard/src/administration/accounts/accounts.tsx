import { ReadPart } from '../../design/read-part.js'
import { type RowColumn, RowsTable } from '../../design/rows-table.js'
import { useSpeech, type Speech } from '../../i18n/language.js'
import { unitName } from '../../places/unit-names.js'
import { accountList, ACCOUNTS_PATH, type Account } from '../../rest/accounts.js'
import { refreshSession, useSession } from '../../rest/session.js'
import { useRead } from '../../rest/use-read.js'
import { refusalText } from '../refusal-text.js'
import { useSaid } from '../use-said.js'
import { EntryButton, RemoveButton } from './account-acts.js'
import { NewAccountButton } from './new-account.js'

const columnsOf = ({ m, language }: Speech): RowColumn<Account>[] => {
  const words = m.administration
  return [
    { head: words.role, cell: (a) => words.roles[a.role], words: true },
    {
      head: words.scope,
      cell: (a) => (a.province === undefined ? m.nation : unitName(a.province, language)),
      words: true,
    },
    { head: words.way, cell: (a) => (a.password ? words.byPassword : words.byLink), words: true },
  ]
}

/** Who may sign in, in the order of their names; made, let in anew and removed here. */
export function Accounts() {
  const speech = useSpeech()
  const { m } = speech
  const words = m.administration
  const { caller } = useSession()
  const list = useRead(accountList, ACCOUNTS_PATH)
  const { said, say } = useSaid()
  const changed = (what: string) => {
    say(what)
    list.reload()
  }
  const removed = (name: string) => {
    changed(words.accountRemoved(name))
    if (name === caller?.name) void refreshSession()
  }
  return (
    <>
      <div className="admin-head">
        <p>{words.accountsAbout}</p>
        <NewAccountButton done={(name) => changed(words.accountMade(name))} />
      </div>
      {said}
      <ReadPart of={list} failed={(of) => refusalText(of, m)}>
        {({ accounts }) => (
          <RowsTable
            caption={words.parts.accounts}
            rows={accounts.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))}
            keyOf={(a) => a.name}
            name={{
              head: words.name,
              cell: (a) => (a.name === caller?.name ? `${a.name} (${words.yourself})` : a.name),
            }}
            columns={[
              ...columnsOf(speech),
              {
                head: words.acts,
                cell: (a) => (
                  <span className="admin-acts">
                    <EntryButton name={a.name} done={() => changed(words.entryMade(a.name))} />
                    <RemoveButton name={a.name} own={a.name === caller?.name} done={() => removed(a.name)} />
                  </span>
                ),
                words: true,
              },
            ]}
          />
        )}
      </ReadPart>
    </>
  )
}
