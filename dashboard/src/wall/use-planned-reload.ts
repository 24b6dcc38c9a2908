import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { useServerClock } from '../live/use-live.js'
import { request } from '../rest/request.js'
import { reloadDue } from './planned-reload.js'

const FADE_MS = 800
const RETRY_MS = 60_000

/** True while the wall fades out before its nightly reload; without a server it stays as it is and tries again. */
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
    const attempt = async () => {
      const answer = await request(z.unknown(), '/api/v1/me')
      if (answer.ok) setFading(true)
      timer = setTimeout(
        () => (answer.ok ? window.location.reload() : void attempt()),
        answer.ok ? FADE_MS : RETRY_MS,
      )
    }
    void attempt()
    return () => clearTimeout(timer)
  }, [due])
  return fading
}
