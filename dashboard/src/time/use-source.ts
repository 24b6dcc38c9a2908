import { useEffect, useState } from 'react'
import { liveLine } from '../live/socket.js'
import type { Source } from '../live/source.js'
import { refreshSession } from '../rest/session.js'
import { askPast } from './ask-past.js'
import { PastStore } from './past-store.js'
import { useMoment } from './use-moment.js'

/** Where the page reads its states: the live line, or the past when the address names a moment. */
export function useSource(): Source {
  const at = useMoment()
  const [past] = useState(() => new PastStore(askPast))
  useEffect(() => {
    if (at !== undefined) past.moveTo(at)
  }, [at, past])
  return at === undefined ? liveLine(() => void refreshSession()) : past
}
