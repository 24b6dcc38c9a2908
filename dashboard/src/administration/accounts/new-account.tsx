import { isProvinceCode, PROVINCE_CODES } from '@mcc/contract'
import { useState } from 'react'
import { useSpeech } from '../../i18n/language.js'
import { unitName } from '../../places/unit-names.js'
import { ACCOUNT_ROLES, addAccount, type AccountRole, type Entry } from '../../rest/accounts.js'
import { formField } from '../../rest/form-field.js'
import type { Answer } from '../../rest/request.js'
import { ActButton } from '../act-button.js'
import { HintedField } from '../hinted-field.js'
import { NameField } from '../name-field.js'
import { EntrySecret } from './entry-secret.js'
import { WayChoice, wayChosen } from './way-choice.js'

/** Roles that a province limits: a director always has one, the others may see all of the nation. */
const LIMITED: ReadonlySet<AccountRole> = new Set(['director', 'aefi-analyst', 'allocation-officer'])

function ScopeField({ role }: { role: AccountRole }) {
  const { m, language } = useSpeech()
  const words = m.administration
  if (!LIMITED.has(role)) return null
  const provinces = PROVINCE_CODES.map((code) => ({ code, name: unitName(code, language) }))
  const needed = role === 'director'
  return (
    <label className="admin-field">
      {words.scope}
      <select name="province" required={needed} defaultValue="">
        <option value="">{needed ? words.chooseProvince : m.nation}</option>
        {provinces
          .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
    </label>
  )
}

function Fields() {
  const words = useSpeech().m.administration
  const [role, setRole] = useState<AccountRole>('director')
  return (
    <>
      <NameField label={words.name} hint={words.nameHint} most={64} pattern="[\p{L}\p{N}._@\-]+" />
      <HintedField label={words.role} hint={words.roleSees[role]}>
        {(described) => (
          <select
            aria-describedby={described}
            name="role"
            value={role}
            onChange={(event) => setRole(ACCOUNT_ROLES.find((one) => one === event.target.value) ?? role)}
          >
            {ACCOUNT_ROLES.map((one) => (
              <option key={one} value={one}>
                {words.roles[one]}
              </option>
            ))}
          </select>
        )}
      </HintedField>
      <ScopeField key={role} role={role} />
      <WayChoice />
    </>
  )
}

/** Makes an account of a role, within a province where the role has one. */
export function NewAccountButton({ done }: { done: (name: string) => void }) {
  const words = useSpeech().m.administration
  const add = async (form: HTMLFormElement): Promise<Answer<{ name: string; entry: Entry }>> => {
    const name = formField(form, 'name')
    const province = formField(form, 'province')
    const answer = await addAccount({
      name,
      role: ACCOUNT_ROLES.find((one) => one === formField(form, 'role')) ?? 'committee',
      ...(isProvinceCode(province) && { province }),
      way: wayChosen(form),
    })
    return answer.ok ? { ok: true, value: { name, entry: answer.value } } : answer
  }
  return (
    <ActButton
      label={words.newAccount}
      main
      title={words.newAccount}
      confirm={words.make}
      act={add}
      done={({ name }) => done(name)}
      outcome={({ name, entry }) => <EntrySecret name={name} entry={entry} />}
    >
      <Fields />
    </ActButton>
  )
}
