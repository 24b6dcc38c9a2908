import { useEffect, useRef, useState } from 'react'
import { heldPage, heldPath, settle, type HeldFilter, type Settling, type Which } from '../rest/quarantine.js'
import { request, type Answer } from '../rest/request.js'
import { countOf, progressOf, type Progress, type Started } from './progress.js'

const EVERY_MS = 700

/** Counts of all reasons within a source and a type; the lines themselves are not wanted. */
const countsPath = ({ source, type }: HeldFilter): string => heldPath({ source, type, limit: 1, offset: 0 })

/** Follows a release until the writer has checked the last record again; then calls `ended`, which must stay the same. */
function useProgress(started: (Started & HeldFilter) | undefined, ended: () => void): Progress | undefined {
  const [progress, setProgress] = useState<{ of: Started; at: Progress }>()
  useEffect(() => {
    if (started === undefined) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const look = async () => {
      const got = await request(heldPage, countsPath(started))
      if (gone) return
      const at = got.ok ? progressOf(started, got.value.reasons) : undefined
      if (at) setProgress({ of: started, at })
      if (at?.finished) ended()
      else timer = setTimeout(() => void look(), EVERY_MS)
    }
    void look()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [started, ended])
  return progress?.of === started ? progress?.at : undefined
}

/** Lets held records in, or gives them up, and tells how far it is; `changed` must stay the same function. */
export function useRelease(filter: HeldFilter, changed: () => void) {
  const [started, setStarted] = useState<Started & HeldFilter>()
  const [discarded, setDiscarded] = useState<number>()
  /** Where it is said what came of it; takes the focus, for the button that did it may be gone with its record. */
  const told = useRef<HTMLDivElement>(null)
  const progress = useProgress(started, changed)
  const act = async (what: Settling, which: Which, reason: string): Promise<Answer<{ records: number }>> => {
    const before = await request(heldPage, countsPath(filter))
    if (!before.ok) return before
    const answer = await settle(what, which, reason)
    if (!answer.ok) return answer
    const { records } = answer.value
    const releasedBefore = countOf(before.value.reasons, filter.code, 'released')
    setDiscarded(what === 'discard' ? records : undefined)
    setStarted(what === 'release' ? { ...filter, code: filter.code, records, releasedBefore } : undefined)
    changed()
    return answer
  }
  const waiting = started !== undefined && progress === undefined
  return { act, progress, waiting, discarded, told }
}
export type Release = ReturnType<typeof useRelease>
