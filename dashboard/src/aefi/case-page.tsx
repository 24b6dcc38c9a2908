import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useSpeech } from '../i18n/language.js'
import { oneCase, type AefiCase } from '../rest/aefi-cases.js'
import type { Answer } from '../rest/request.js'
import { useIsPast } from '../time/use-moment.js'
import { CaseFacts } from './case-facts.js'

const route = getRouteApi('/aefi/$key')

function useCase(key: string): Answer<AefiCase> | undefined {
  const [answer, setAnswer] = useState<Answer<AefiCase>>()
  useEffect(() => {
    let gone = false
    void oneCase(key).then((got) => {
      if (!gone) setAnswer(got)
    })
    return () => {
      gone = true
    }
  }, [key])
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
  const { m } = useSpeech()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const past = useIsPast()
  const answer = useCase(caseKey)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const leave = () => {
    void navigate({ to: '/aefi', search: (was) => was, resetScroll: false })
  }
  const title = m.cases.caseTitle(answer?.ok ? answer.value.id : caseKey)
  return (
    <dialog ref={dialog} className="case-open" aria-label={title} onClose={leave}>
      <header className="tile-head">
        <h2>{title}</h2>
        <button type="button" className="link" onClick={() => dialog.current?.close()}>
          {m.cases.close}
        </button>
      </header>
      {past ? <p className="quiet-state">{m.times.noPast}</p> : <CaseBody answer={answer} />}
    </dialog>
  )
}

/** `/aefi/:key`: one case, over the list. Closing it gives the focus back to the line it was opened from. */
export function CasePage() {
  const { key } = route.useParams()
  return <CaseOver key={key} caseKey={key} />
}
