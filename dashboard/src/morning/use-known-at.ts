import type { Topic, TopicStates } from '@mcc/contract'
import { useEffect, useState } from 'react'
import { askPast } from '../time/ask-past.js'
import { again } from '../rest/again.js'
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

type Known<K extends Topic> = TopicStates[K] | 'refused' | 'away'

/** What was known of a topic at a moment (UTC text); undefined until it is there, asked for again while the server is away. */
export function useKnownAt<K extends Topic>(topic: K, at: string): Known<K> | undefined {
  const [got, setGot] = useState<{ key: string; state: Known<K> }>()
  useEffect(() => {
    const key = `${topic} ${at}`
    let giveUp = () => {}
    let tries = 0
    let gone = false
    const load = async () => {
      const answer = await ask(topic, at)
      if (gone) return
      if (answer.ok) setGot({ key, state: answer.state as unknown as TopicStates[K] })
      else if (answer.problem === 'refused') setGot({ key, state: 'refused' })
      else {
        if (answer.problem === 'unreachable') setGot({ key, state: 'away' })
        giveUp = again(tries++, () => void load())
      }
    }
    void load()
    return () => {
      gone = true
      giveUp()
    }
  }, [topic, at])
  return got?.key === `${topic} ${at}` ? got.state : undefined
}
