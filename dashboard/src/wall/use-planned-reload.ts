import { useEffect, useRef, useState } from 'react'
import { useServerClock } from '../live/use-live.js'
import { refreshSession } from '../rest/session.js'
import { reloadDue } from './planned-reload.js'

const FADE_MS = 800
const RETRY_MS = 60_000
const CHECK_MS = 5_000
/** A reload that has not happened by then will not: the server has stopped answering meanwhile. */
const GIVE_UP_MS = 5_000

/** Can the page be had anew? The document and the code it names must come, and the display must still be let in. */
async function canReload(): Promise<boolean> {
  const { status } = await refreshSession()
  if (status !== 'known') return false
  const get = (path: string) =>
    fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(CHECK_MS) }).then(async (answer) => {
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      return answer.text()
    })
  const page = await get(window.location.pathname)
  const parts = new DOMParser().parseFromString(page, 'text/html').querySelectorAll('script[src]')
  for (const part of parts) await get(part.getAttribute('src') ?? '')
  return parts.length > 0
}

/**
 * True while the wall fades out before its nightly reload. Without a server, or with a display that is no longer let
 * in, the wall stays as it is and tries again; a reload that hangs is broken off and the picture comes back.
 */
export function usePlannedReload(): boolean {
  const now = useServerClock()
  const before = useRef(now)
  const [due, setDue] = useState(false)
  const [fading, setFading] = useState(false)
  useEffect(() => {
    if (now !== undefined && before.current !== undefined && reloadDue(before.current, now)) setDue(true)
    before.current = now
  }, [now])
  useEffect(() => {
    if (!due) return undefined
    let timer: ReturnType<typeof setTimeout>
    const later = (act: () => void, ms: number) => {
      timer = setTimeout(act, ms)
    }
    const giveUp = () => {
      window.stop()
      setFading(false)
      later(() => void attempt(), RETRY_MS)
    }
    const reload = () => {
      window.location.reload()
      later(giveUp, GIVE_UP_MS)
    }
    const attempt = async () => {
      const can = await canReload().catch(() => false)
      setFading(can)
      later(can ? reload : () => void attempt(), can ? FADE_MS : RETRY_MS)
    }
    void attempt()
    return () => clearTimeout(timer)
  }, [due])
  return fading
}
