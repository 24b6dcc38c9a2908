import { isProvinceCode } from '@mcc/contract'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import '../desk/desk.css'
import './province.css'
import { ConnectionBand } from '../design/connection-band.js'
import { DeskHead } from '../desk/desk-head.js'
import { usePageSearch } from '../desk/use-page-search.js'
import { useSpeech } from '../i18n/language.js'
import { liveLine } from '../live/socket.js'
import { LiveProvider, useTopic } from '../live/use-live.js'
import { refreshSession, useSession } from '../rest/session.js'
import { ProvinceBody } from './province-body.js'

const route = getRouteApi('/province/$code')

function Province({ code }: { code: string }) {
  const { m } = useSpeech()
  const nation = useTopic('nation')
  if (!isProvinceCode(code)) return <p className="desk-state">{m.province.noSuch}</p>
  if (nation === undefined) return <p className="desk-state">{m.loading}</p>
  return <ProvinceBody key={code} code={code} nation={nation} />
}

/** `/province/:code`: what a provincial director looks at, on a phone first. */
export function ProvincePage() {
  const { m } = useSpeech()
  const { code } = route.useParams()
  const { status } = useSession()
  const [search] = usePageSearch()
  const [live] = useState(() => liveLine(() => void refreshSession()))
  if (status === 'anonymous') return <Navigate to="/sign-in" search={search} />
  if (status !== 'known')
    return <p className="desk-state">{status === 'loading' ? m.loading : m.signIn.unreachable}</p>
  return (
    <LiveProvider live={live}>
      <ConnectionBand />
      <DeskHead />
      <Province code={code} />
    </LiveProvider>
  )
}
