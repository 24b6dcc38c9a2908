import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import './sign-in.css'
import { usePageTitle } from '../design/use-page-title.js'
import type { Messages } from '../i18n/vi.js'
import { useSpeech } from '../i18n/language.js'
import { formField } from '../rest/form-field.js'
import type { RequestFailure } from '../rest/request.js'
import { currentSession, signIn } from '../rest/session.js'

function reasonOf(failure: RequestFailure, m: Messages): string {
  if (failure === 'unreachable') return m.signIn.unreachable
  return failure === 'too-many' ? m.signIn.tooMany : m.signIn.wrong
}

interface FormProps {
  failure: RequestFailure | undefined
  busy: boolean
  /** Came by a link that is worth nothing any more. */
  linkUsed: boolean
  submit: (form: HTMLFormElement) => Promise<void>
}

function SignInForm({ failure, busy, linkUsed, submit }: FormProps) {
  const { m } = useSpeech()
  return (
    <form
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (!busy) void submit(event.currentTarget)
      }}
    >
      <p className="sign-in-brand">{m.product}</p>
      <h1>{m.signIn.title}</h1>
      {linkUsed && <p role="alert">{m.administration.linkUsed}</p>}
      <label>
        {m.signIn.name}
        <input name="name" autoComplete="username" required maxLength={100} />
      </label>
      <label>
        {m.signIn.password}
        <input name="password" type="password" autoComplete="current-password" required maxLength={200} />
      </label>
      <p role="alert" className="sign-in-failure">
        {failure !== undefined && reasonOf(failure, m)}
      </p>
      <button type="submit" className="button button-main" aria-disabled={busy}>
        {m.signIn.submit}
      </button>
    </form>
  )
}

/** The bare address of the nation's desk, whatever the language: who has a province is led there instead. */
function isHome(address: string): boolean {
  const { pathname, searchParams } = new URL(address, window.location.origin)
  return pathname === '/' && [...searchParams.keys()].every((key) => key === 'lang' || key === 'theme')
}

/** `/sign-in`: account name and password, then on to the page that was asked for, or to one's own desk. */
export function SignInPage() {
  const navigate = useNavigate()
  const { history } = useRouter()
  usePageTitle(useSpeech().m.signIn.title)
  const { lang, theme, link, to } = useSearch({ from: '/sign-in' })
  const [failure, setFailure] = useState<RequestFailure>()
  const [busy, setBusy] = useState(false)
  const submit = async (form: HTMLFormElement) => {
    setBusy(true)
    setFailure(undefined)
    const answer = await signIn(formField(form, 'name'), formField(form, 'password'))
    setBusy(false)
    if (answer.ok) {
      if (to !== undefined && !isHome(to)) return history.replace(to)
      const { province } = currentSession().caller ?? {}
      const search = { lang, theme }
      return province === undefined
        ? navigate({ to: '/', search })
        : navigate({ to: '/province/$code', params: { code: province }, search })
    }
    setFailure(answer.failure)
    // A wrong password is typed again: the field is ready for it.
    form.querySelector<HTMLInputElement>('[name=password]')?.select()
    return undefined
  }
  return (
    <main className="sign-in">
      <SignInForm {...{ failure, busy, submit }} linkUsed={link === 'used'} />
    </main>
  )
}
