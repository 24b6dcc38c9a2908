import { isProvinceCode } from '@mcc/contract'
import { getRouteApi } from '@tanstack/react-router'
import './province.css'
import { DeskShell } from '../desk/desk-shell.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { unitName } from '../places/unit-names.js'
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
  const { code } = route.useParams()
  const { language } = useSpeech()
  return (
    <DeskShell title={unitName(code, language)}>
      <Province code={code} />
    </DeskShell>
  )
}
