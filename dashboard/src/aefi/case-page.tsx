import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Over } from '../design/over.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { oneCase, type AefiCase } from '../rest/aefi-cases.js'
import type { Answer } from '../rest/request.js'
import { untilReached } from '../rest/until-reached.js'
import { useIsPast } from '../time/use-moment.js'
import { CaseFacts } from './case-facts.js'
import { caseExport } from './cases-export.js'
import { useAefiSearch } from './use-aefi-search.js'

const route = getRouteApi('/aefi/$key')

/** Without a key nothing is asked: each look goes on record. */
function useCase(key: string | undefined): Answer<AefiCase> | undefined {
  const [answer, setAnswer] = useState<Answer<AefiCase>>()
  useEffect(() => (key === undefined ? undefined : untilReached(() => oneCase(key), setAnswer)), [key])
  return answer
}

function CaseBody({ answer }: { answer: Answer<AefiCase> | undefined }) {
  const { m } = useSpeech()
  if (answer === undefined) return <p className="quiet-state">{m.loading}</p>
  if (answer.ok) return <CaseFacts of={answer.value} />
  const why = {
    forbidden: m.cases.noLines,
    refused: m.cases.noSuchCase,
    unauthorised: m.cases.failed,
    'too-many': m.cases.failed,
    unreachable: m.cases.failed,
  }[answer.failure]
  return <p className="quiet-state">{why}</p>
}

function CaseOver({ caseKey }: { caseKey: string }) {
  const speech = useSpeech()
  const { m } = speech
  const navigate = useNavigate()
  const [search] = useAefiSearch()
  const past = useIsPast()
  const answer = useCase(past ? undefined : caseKey)
  const leave = () => {
    void navigate({ to: '/aefi', search, resetScroll: false })
  }
  const forFile = async () => {
    const got = await oneCase(caseKey, 'export')
    if (!got.ok) throw new Error(`the case did not come: ${got.failure}`)
    return caseExport(got.value, speech)
  }
  const save = answer?.ok && !past && <ExportMenu fetchTable={forFile} />
  const title = m.cases.caseTitle(answer?.ok ? answer.value.id : caseKey)
  return (
    <Over title={title} closeLabel={m.cases.close} onClose={leave} controls={save}>
      {() => (past ? <p className="quiet-state">{m.times.noPast}</p> : <CaseBody answer={answer} />)}
    </Over>
  )
}

/** `/aefi/:key`: one case, over the list. Closing it gives the focus back to the line it was opened from. */
export function CasePage() {
  const { key } = route.useParams()
  return <CaseOver key={key} caseKey={key} />
}
