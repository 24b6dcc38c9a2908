import { liveLine } from '../live/socket.js'
import type { Source } from '../live/source.js'
import { refreshSession } from '../rest/session.js'
import { past } from './past.js'
import { useIsPast } from './use-moment.js'

/** Where the page reads its states: the live line, or the past when the address asks for it. */
export const useSource = (): Source => {
  const isPast = useIsPast()
  return isPast ? past : liveLine(() => void refreshSession())
}
