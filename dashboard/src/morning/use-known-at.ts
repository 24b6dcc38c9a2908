import type { Json, Topic, TopicStates } from '@mcc/contract'
import { useEffect, useState } from 'react'
import type { Answer } from '../rest/request.js'
import { untilReached } from '../rest/until-reached.js'
import { askPast } from '../time/ask-past.js'
import type { PastAnswer } from '../time/past-store.js'

/** Answers kept: what was known at a moment is the same for ever. */
const KEPT = 6
const kept = new Map<string, Promise<PastAnswer>>()

function ask(topic: Topic, at: string): Promise<PastAnswer> {
  const key = `${topic} ${at}`
  const known = kept.get(key)
  if (known) return known
  const asked = askPast(topic, at)
  kept.set(key, asked)
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
  void asked.then((answer) => {
    if (!answer.ok) kept.delete(key)
  })
  return asked
}

const NOT_SETTLED = 'not_settled'
/** A moment that is not settled yet is asked for again, as one of a server that is away. */
async function asAnswer(topic: Topic, at: string): Promise<Answer<Json>> {
  const said = await ask(topic, at)
  if (said.ok) return { ok: true, value: said.state }
  if (said.problem === 'not-settled') return { ok: false, failure: 'unreachable', code: NOT_SETTLED }
  return { ok: false, failure: said.problem }
}

type Known<K extends Topic> = TopicStates[K] | 'refused' | 'away'

/** What was known of a topic at a moment (UTC text); undefined until it is there, asked for again while the server is away. */
export function useKnownAt<K extends Topic>(topic: K, at: string): Known<K> | undefined {
  const [got, setGot] = useState<{ key: string; state: Known<K> }>()
  useEffect(() => {
    const key = `${topic} ${at}`
    return untilReached(
      () => asAnswer(topic, at),
      (answer) => {
        if (answer.ok) setGot({ key, state: answer.value as unknown as TopicStates[K] })
        else if (answer.code !== NOT_SETTLED)
          setGot({ key, state: answer.failure === 'refused' ? 'refused' : 'away' })
      },
    )
  }, [topic, at])
  return got?.key === `${topic} ${at}` ? got.state : undefined
}
