import { useEffect, useState } from 'react'
import { copyText } from '../design/copy-text.js'
import { useSpeech } from '../i18n/language.js'

/** The address of what is shown now, fixed to its moment: whoever opens it sees the same figures. */
function linkAt(at: string): string {
  const url = new URL(window.location.href)
  for (const key of ['replay', 'speed']) url.searchParams.delete(key)
  url.searchParams.set('at', at)
  return url.href
}

/** How long it says that the link was copied. */
const SAID_MS = 8_000

/** Copies the link of the moment; where the browser does not let it (no secure address), the link stands there to be copied. */
export function CopyLink({ at, live }: { at: string; live: boolean }) {
  const { m } = useSpeech()
  const [done, setDone] = useState<{ at: string; link: string | undefined }>()
  const copy = async () => {
    const link = linkAt(at)
    setDone({ at, link: (await copyText(link)) ? undefined : link })
  }
  const copied = done !== undefined && done.link === undefined
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setDone(undefined), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied, done])
  return (
    <>
      <button type="button" className="link" data-link={linkAt(at)} onClick={() => void copy()}>
        {m.times.copy}
      </button>
      {/* of another moment it would say what is not so; live, the moment goes on by itself */}
      {done && (live || done.at === at) && (
        <span role="status" className="quiet-state">
          {done.link ?? m.times.copied}
        </span>
      )}
    </>
  )
}
